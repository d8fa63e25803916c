"""What a body is in charge of, all of it: the counties join bureaus that the city keeps apart.

县科技和工业信息化局 does the work of 市科技局 and of 市工业和信息化局. The name itself says so: it is made of the words
that the names in departments.tsv are made of, so that bureaus joined in ways that no table holds are read too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import Body, read_body

_END = re.compile(
    r"(?:事业|行政|综合)?(?:监督|管理|监管|服务|事务|发展|执法|工作){0,2}"
    r"(?:局|厅|部|委员会|委|办公室|办|中心|分局|支局)$"
)
"""What names of bodies end with beside what they are in charge of: 事业发展中心, 监督管理局, 服务中心."""
_ADMINISTRATION = ("局", "厅", "部", "委员会", "委", "中心")
_BRANCH = ("分局", "支局")
_AND = frozenset("和与及")
_ALIAS = re.compile(r"[（(]([^（()）]{3,40})[)）]$")
"""Another name-board of the same body: 市地震局 in 市应急管理局（市地震局）."""
_SHORTEST = 2
_LONGEST_PLACE = 4
"""A place within the name of a branch: 云江 in 公安云江分局."""
_LONGEST_NAME = 40


def offices(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The offices of a body, the one that its name begins with first; of an unknown one its name without the place."""
    return _offices(name, _stems(lexicon), lexicon)


@lru_cache(maxsize=4096)
def _offices(name: str, stems: _Stems, lexicon: Lexicon) -> tuple[str, ...]:
    alias = _ALIAS.search(name)
    if alias is not None and not name.startswith("各"):
        return tuple(dict.fromkeys((*offices(name[: alias.start()], lexicon), *offices(alias[1], lexicon))))
    body = read_body(name, lexicon)
    if body.row is not None:
        return tuple(dict.fromkeys((body.office, *stems.read(_stem(body.row.canonical)))))
    found = stems.read(_stem(body.office)) or (stems.of_branch(body) if name.endswith(_BRANCH) else ())
    return found or (body.office,)


class _Stems:
    """The words for what bodies are in charge of, and the office of each: 科技 and 科学技术, 教育, 体育."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._office: dict[str, str] = {}
        rows = [row for row in lexicon.departments if row.surface.endswith(_ADMINISTRATION)]
        # Bureaus of Hong Kong are named after one word of several, as 发展局; those of the mainland are not.
        rows = [row for row in rows if row.level != "province" or row.surface.endswith("厅")]
        for row in rows:
            whole = row.surface
            for stem in {whole[: -len(end)] for end in _ADMINISTRATION if whole.endswith(end)} | {_stem(whole)}:
                if len(stem) >= _SHORTEST and not _END.fullmatch(f"{stem}局"):
                    self._office.setdefault(stem, row.office)
        self._longest = max(map(len, self._office), default=0)

    def read(self, stem: str) -> tuple[str, ...]:
        """The offices that `stem` is made of, from end to end, as many as can be; nothing where it is not."""
        best: list[tuple[str, ...] | None] = [None] * (len(stem) + 1)
        best[len(stem)] = ()
        for start in range(len(stem) - 1, -1, -1):
            for end in range(start + _SHORTEST, min(len(stem), start + self._longest) + 1):
                office, rest = self._office.get(stem[start:end]), best[end]
                if rest is None and end < len(stem) and stem[end] in _AND:
                    rest = best[end + 1]
                if office is None or rest is None:
                    continue
                found = tuple(dict.fromkeys((office, *rest)))
                if len(found) >= len(best[start] or ()):
                    best[start] = found
        return best[0] or ()

    def of_branch(self, body: Body) -> tuple[str, ...]:
        """The same where a place stands before or within: 云江医保分局, 公安云江分局."""
        stem = body.office.removesuffix(body.office[-2:])
        for cut in range(1, min(len(stem) - _SHORTEST, _LONGEST_PLACE) + 1):
            if found := self.read(stem[cut:]) or self.read(stem[:-cut]):
                return found
        return ()


@lru_cache(maxsize=8)
def _stems(lexicon: Lexicon) -> _Stems:
    return _Stems(lexicon)


def _stem(name: str) -> str:
    """What stands before the end of a body's name; the whole of one that has no such end, or nothing before it."""
    found = _END.search(name) if len(name) <= _LONGEST_NAME else None
    return name[: found.start()] if found and found.start() >= _SHORTEST else name
