"""Structure on texts that mean harm: every one gives an outline, in time that grows with its length only."""

from __future__ import annotations

import pytest

from policyparse.lexicon import Lexicon
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.structure import letterhead, outline
from proportion import in_proportion

LEXICON = Lexicon.load()
SIZE = 60_000
PIECES = {
    "one character": "一", "digits": "1", "blanks": " ", "brackets": "（", "pairs of brackets": "（）",
    "labels in one line": "一、", "bare labels": "一、\n",
    "labels": "一、总则\n", "decimals": "1.1 总则\n", "items": "一是。二是。", "items with commas": "一是，二是，",
    "first and second": "第一，第二，",
    "contents": "目录\n", "chapters": "第一章 总则\n", "leaders": "." * 199 + "\n", "annexes": "附件1\n",
    "lists of annexes": "附件：1.清单\n",
    "dates": "2024年5月6日\n", "sign-offs": "云州市人民政府\n2024年5月6日\n", "titles": "关于印发方案的通知\n",
    "boxes": "专栏1 甲\n", "remarks": "（市水务局牵头）",
    "fields": "发布时间：", "notes": "（2024年", "recipients": "各县政府，", "surrogates": "\ud800",
    "headings": "近年来的情况\n" + "建" * 40 + "。\n",
    "all levels": "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n", "colons": "：",
    "nested items": "一是甲。第一，乙。第二，丙。二是丁。",
}  # fmt: skip


def read(text: str) -> None:
    mapped, source = MappedText.replay(text, ()), Source(text=text)
    letterhead(mapped, outline(mapped, source, LEXICON), source, LEXICON)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_with_the_length(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (SIZE // 8, SIZE))
    assert in_proportion(read, small, large, 8)


def test_nesting_is_bounded_by_the_styles_not_by_the_stack() -> None:
    text = "\n".join(f"{'.'.join(str(i % 9 + 1) for i in range(depth % 6 + 1))} 甲" for depth in range(3000))
    mapped = MappedText.replay(text, ())
    assert outline(mapped, Source(text=text), LEXICON).sections is not None
