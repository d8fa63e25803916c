"""The paragraphs of a document as rules see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.model.document import Clause

TERMINAL = "。！？；：…!?;:"
BODY_ENDS = (
    "负责",
    "牵头",
    "配合",
    "落实",
    "局",
    "委",
    "办",
    "厅",
    "府",
    "部",
    "会",
    "院",
    "中心",
    "公司",
    "集团",
    "部门",
    "单位",
    "残联",
    "妇联",
    "工商联",
    "办事处",
    "管理处",
    "管理站",
    "支队",
    "银行",
    "街道",
    "乡镇",
    "供销社",
)
"""What a list of responsible bodies ends with."""
LISTING = ("；以及", "，以及", "；和", "；或", "；或者", "；及")
"""What an item of a list ends with before the last one."""
CLOSING = "”’）)》〉】］]」』"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the clean text that is not empty: ``text[start:end]`` is `words`, without the blanks around it.

    `clause` is the numbered clause or heading that begins here, `head` where the words after its number begin (the
    start, where there is none). `index` counts from 0.
    """

    index: int
    start: int
    end: int
    head: int
    words: str
    clause: Clause | None

    @property
    def body(self) -> str:
        """The words after the number."""
        return self.words[self.head - self.start :]

    @property
    def may_be_heading(self) -> bool:
        """Whether it is short and without marks, as a heading is that nothing else tells."""
        return len(self.words) <= 40 and not self.ends and not self.is_sentence

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph is a heading and nothing else."""
        return self.clause is not None and "。" not in self.words and len(self.words) <= 60 and not self.ends

    @property
    def ends(self) -> bool:
        """Whether it ends as a paragraph does: with a stop, or with one inside closing brackets or quotes."""
        last = self.words.rstrip(CLOSING)
        inside = len(last) < len(self.words) and self._ends_inside(last)
        return self.words[-1] in TERMINAL or inside or self._lacks_bracket or self.words.endswith(LISTING)

    @property
    def _lacks_bracket(self) -> bool:
        """Whether only the closing bracket is lost: 。（县教育局负责."""
        words = self.words
        opened = words.rfind("（")
        return opened > 0 and words[opened - 1] in TERMINAL and "）" not in words[opened:] and words.endswith(BODY_ENDS)

    def _ends_inside(self, last: str) -> bool:
        """（……负责） and “……。” end a paragraph; a bare “……” or （……） does where a stop stands before it."""
        return not last or last[-1] in TERMINAL or self.words[-1] in "）)】］]"

    @property
    def is_sentence(self) -> bool:
        """Whether it has a comma or stop inside, or leaves a title or quotation open."""
        words = self.words
        inside = words.find("，", 0, -1) >= 0 or words.find("。", 0, -1) >= 0
        return inside or words.rfind("《") > words.rfind("》") or words.rfind("“") > words.rfind("”")

    @property
    def runs(self) -> bool:
        """Whether it is running text: with a comma or stop inside, and long enough to be more than an entry."""
        return len(self.words) >= 25 and self.is_sentence


def paragraphs(text: str, clauses: dict[int, tuple[Clause, int]]) -> Iterator[Paragraph]:
    """The paragraphs of `text`. `clauses` holds by place the clause that begins there, and where its number ends."""
    index = start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words[0])
            clause, head = clauses.get(first, (None, first))
            yield Paragraph(index, first, first + len(words), head, words, clause)
            index += 1
        start += len(line) + 1
