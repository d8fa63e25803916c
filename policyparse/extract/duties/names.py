"""Cut a list of bodies into names: 和 and 等部门 taken off, 各市、县（市、区）人民政府 kept as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyparse.extract.duties.words import DutyWords
from policyparse.lexicon import Lexicon
from policyparse.lexicon.bodies import LONGEST_NAME, is_body, is_named_body, read_body

_BLANK = re.compile(r"\s+")
_AND = re.compile(r"以及|和|与|及")
_LEADING = re.compile(r"(?:以及|及|和|与|并|请|其中|其他)+")
_DATE_BEFORE = re.compile(r"(?:到|于)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|初)?(?:之?前|以前|内)?")
_OTHERS = re.compile(
    r"等(?:[一二三四五六七八九十\d]{1,3}个?|多个?)?(?:国家|中央|[省市县区]{1,2})?[直属级]{0,2}"
    r"(?:各|有关|相关|其他){0,2}(?:职能|成员|主管|党政|金融)?(?:部门|单位|机构|企业|部委|机关)?$"
)
_NOTE = re.compile(r"[（(][^（()）]{0,20}(?:第一|首位|下同)[^（()）]{0,20}[)）]")
_PLAIN = re.compile(r"[一-鿿A-Za-z0-9·“”（）()—-]{2,30}")
_NO_NAME = re.compile(
    r"^(?:含(?!山)|包括|除|详见)|(?<!设区)的|[了均；。！？]|以下|下同|应当|必须|不再|涉及|第一|首位|谁"
)
_VERBAL = re.compile(r"[为需应将以且并未已不按]|要求|落实|推进|加强|完成")
_GENERIC = frozenset(
    ("政府", "党委", "部门", "单位", "企业", "社会", "公众", "机关", "机构", "各自", "学校", "社区", "个人", "专人")
)
_BARE_GOVERNMENT = re.compile(r"(?:人民)?政府(?!办|督)")
_PLACED = re.compile(
    r"市(?![级直属内域场民化容区])|县(?![级直属内域城区])|区(?![级直属内域块划间别])|省(?![级直属内际])|[州旗镇](?![级直化])"
    r"|本府|国网|中国|国家|武警|共青团"
)
_KIND = re.compile(r"(?:部门|单位|机构|机关|企业|组织|医院|学校|院校|大学|学院|中学|小学|社区|村|协会|学会)$")
_LEVELS = re.compile(r"(?:自治[区州县旗]|直辖市|街道|[市州盟县区旗乡镇村省]){1,3}(?:[（(][^（()）]{1,12}[)）])?")
_LEVELS_GO_ON = re.compile(r"党委|人民政府|政府|管委会|管理委员会|办事处|党工委")


@dataclass(frozen=True, slots=True)
class Names:
    """Names as written, without blanks. `several`: 等部门 stood after them, so that there are more than are named.

    `limit` is a date that stood before them, "" for none: 2025年底前由市住建局.
    """

    names: tuple[str, ...]
    several: bool
    limit: str


@lru_cache(maxsize=4096)
def names_in(words: str, lexicon: Lexicon, *, cut: bool = False) -> Names:
    """The names of an item, which stands between two 、.

    `cut`: the item may go on after the name (会同市财政局制定办法), and what goes on is no part of it.
    """
    parts = words.replace("/", " ").split()
    if len(parts) > 1 and all(is_body(part, lexicon) for part in parts):
        return Names(tuple(parts), False, "")
    words = _NOTE.sub("", _BLANK.sub("", words))
    limit = date.group() if (date := _DATE_BEFORE.match(words)) else ""
    words = words[len(limit) :]
    if "由" in words and is_body(after := words.rpartition("由")[2], lexicon):
        words = after
    names: list[str] = []
    several = False
    for name in _divided(words, lexicon):
        plain = name[leading.end() :] if (leading := _LEADING.match(name)) else name
        if others := _OTHERS.search(plain):
            several = True
            plain = plain[: others.start()]
        if cut and not is_body(plain, lexicon):
            plain = sure_beginning(plain, lexicon)
        if plain:
            names += _unstuck(plain, lexicon)
    return Names(tuple(names), several, limit)


@lru_cache(maxsize=4096)
def is_name(name: str, lexicon: Lexicon) -> bool:
    """Whether `name` may stand for a party: it looks like a body, or at least like a name and not like a sentence."""
    if name in _GENERIC or _NO_NAME.search(name) or not any("一" <= character <= "鿿" for character in name):
        return False
    return is_body(name, lexicon) or bool(_PLAIN.fullmatch(name) and not _VERBAL.search(name))


def is_sure_name(name: str, lexicon: Lexicon) -> bool:
    """Whether `name` is a body beyond doubt, so that it needs no duty word beside it."""
    if _NO_NAME.search(name):
        return False
    return is_named_body(name, lexicon) or (name.startswith("各") and bool(_LEVELS_GO_ON.search(name)))


def is_placed_name(name: str, lexicon: Lexicon) -> bool:
    """Whether `name` is one body of a level that it names, known or not: 区教育局基建科, 市城投集团; no kind of bodies."""
    if is_sure_name(name, lexicon):
        return True
    return bool(is_body(name, lexicon) and _PLACED.match(name) and not _KIND.search(name) and is_name(name, lexicon))


def is_party(name: str, lexicon: Lexicon) -> bool:
    """Whether `name` may stand beside a body that is sure: 中储粮集团公司, 市直各部门; no number of things."""
    return is_placed_name(name, lexicon) or (
        is_body(name, lexicon) and is_name(name, lexicon) and not any(character.isdecimal() for character in name)
    )


def joined_levels(items: tuple[str, ...], words: DutyWords) -> Iterator[str]:
    """The items, with those that are one name put together again: 各市、县（市、区）人民政府."""
    held = ""
    for item in _with_governments(items):
        if held and not _goes_on_with_levels(item, words):
            yield held
            held = ""
        held = f"{held}、{item}" if held else item
        if not (held.startswith("各") and _LEVELS.fullmatch(item.removeprefix("各"))):
            yield held
            held = ""
    if held:
        yield held


def _with_governments(items: tuple[str, ...]) -> list[str]:
    """各镇党委、政府 is one item, since 政府 alone is none."""
    found: list[str] = []
    for item in items:
        if found and found[-1].endswith("党委") and _BARE_GOVERNMENT.match(item):
            found[-1] += f"、{item}"
        else:
            found.append(item)
    return found


def _goes_on_with_levels(item: str, words: DutyWords) -> bool:
    levels = _LEVELS.match(item)
    if levels is None:
        return False
    end = levels.end()
    return end == len(item) or bool(_LEVELS_GO_ON.match(item, end) or words.run.match(item, end))


def _divided(words: str, lexicon: Lexicon) -> Iterator[str]:
    """Cut at 和 between two bodies; 和 within a name (发展和改革委员会) stays."""
    start = 0
    for joint in _AND.finditer(words):
        left, right = words[start : joint.start()], words[joint.end() :]
        if len(right) < 3 or not is_body(left, lexicon):
            continue
        if right.startswith("各") or is_named_body(left, lexicon) or not _LEVELS.fullmatch(left[-1]):
            yield left
            start = joint.end()
    yield words[start:]


@lru_cache(maxsize=1024)
def _unstuck(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Names that lost the marks between them: 市住建局市财政局市教育局. All are known, and of one level."""
    for end in range(4, min(len(name) - 3, LONGEST_NAME)):
        if name[end] != name[0] or not is_named_body(name[:end], lexicon):
            continue
        rest = _unstuck(name[end:], lexicon)
        if read_body(name[:end], lexicon).prefix and all(is_named_body(other, lexicon) for other in rest):
            return name[:end], *rest
    return (name,)


def sure_beginning(words: str, lexicon: Lexicon) -> str:
    """The body that `words` begin with, "" where none is sure: 市财政局 of 市财政局制定办法."""
    for end in range(min(len(words), 30), 2, -1):
        if is_named_body(words[:end], lexicon):
            return words[:end]
    return ""
