"""Why the normalizer changed something: the codes of `SourceEdit.reason`, each with its meaning."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The reason of an edit. Rules of the checker and readers of the JSON look these up."""

    LINE_ENDING = "line-ending"
    """A carriage return or another mark of a line's end became a line feed. 换行符统一。"""
    NUL = "nul"
    """A NUL or another control character was removed. 删除控制字符。"""
    INVISIBLE = "invisible"
    """A byte order mark, soft hyphen or other character without width was removed. 删除不可见字符。"""
    PRIVATE_USE = "private-use"
    """A private-use character of an old font or encoding became the character it shows. 私用区字符还原。"""
    COMPATIBILITY_IDEOGRAPH = "compatibility-ideograph"
    """A compatibility ideograph or radical became the unified ideograph. 兼容汉字、部首还原为统一汉字。"""
    PRONUNCIATION = "pronunciation"
    """A syllable in brackets that a converter left behind a character was removed: 發(fā)展. 删除转换时混入的注音。"""
    FURNITURE = "furniture"
    """A line of the web page around the document was removed; the edit covers the whole line. 网页附属信息。"""
    PAGE_BREAK = "page-break"
    """A page number, running head or form feed was removed, or a paragraph joined over it. 页码、页眉与分页。"""
    HARD_WRAP = "hard-wrap"
    """Two lines of one paragraph were joined. 段内硬换行合并。"""
    BLANK = "blank"
    """Stray blanks inside Chinese were removed. 文中多余空格。"""
    LAYOUT = "layout-blank"
    """Blanks that only set the page went: a paragraph's indent, its end, a wide gap (now one blank). 版式空格。"""
    FOLDED_WIDTH = "folded-width"
    """Punctuation, digits or letters in the width that their context does not want. 全角半角统一。"""
    SCRIPT = "script"
    """A traditional paragraph was converted to simplified characters, one by one. 繁体转简体。"""
    TAIWAN_VOCABULARY = "taiwan-vocabulary"
    """A word of Taiwan usage became the mainland word. 台湾用词还原。"""
    CONVERSION_ARTEFACT = "conversion-artefact"
    """What a converter made of a mainland word was put right. 转换软件造成的错词还原。"""
