r"""Lines that end in two ways.

**What it looks for.** \r\n and \n (or \r) in the same file.

**Why.** Parts of the file come from different places; some programs show one half as a single line.

**Example.** A file of which the first half was saved on Windows.

**What to do.** Save it with one kind of line ending.

**Known false alarms.** None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View
from policyparse.model.span import Span

CODE = "C107"
NAME = "mixed-line-endings"
TITLE = "换行符混用"
SEVERITY = "info"
BAD = "一、完善设施。\r\n改善办学条件。\n二、健全机制。\n"
GOOD = "一、完善设施。\n改善办学条件。\n二、健全机制。\n"
ENDS = re.compile("\r\n?|\n")


def find(view: View) -> Iterator[Remark]:
    """One remark at the first line that ends in the rarer way."""
    if "\r" not in view.source:
        return
    ends = [(match.start(), match[0]) for match in ENDS.finditer(view.source)]
    kinds = sorted({end for _, end in ends}, key=lambda kind: sum(end == kind for _, end in ends))
    if len(kinds) > 1:
        place = next(start for start, end in ends if end == kinds[0])
        count = sum(end == kinds[0] for _, end in ends)
        span = Span(start=place, end=place + len(kinds[0]))
        yield Remark(span, f"换行符混用，其中 {count} 处不同", f"{count} lines end in another way than the rest")
