"""A passage that does not belong to the document.

**What it looks for.** Paragraphs that stand inside a sentence: the sentence stops, other paragraphs follow, and after
them it goes on. And paragraphs on another subject: of their pairs of characters far fewer occur in the rest of the
document than is usual for its paragraphs, less than a third for one that stands alone, and not much more for several
together. Copies are left out of the count, and the first paragraph, which sets the subject.

**Why.** When columns of a journal or pages of several files are read in one go, a part of the neighbour gets in. Its
clauses and figures then seem to be the document's own.

**Example.** Between 坚持规划先行，市县镇 and 统筹 stand nine paragraphs from an article on another subject.

**What to do.** Delete it, and join the sentence around it.

**Known false alarms.** A paragraph on quite another matter in a short document of very different parts. A passage from
another document of the same kind on the same subject (another county's plan) cannot be told apart by this, and is not
found; nor is a single paragraph, now and then, that uses the words of the trade.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.view import View

CODE = "F101"
NAME = "foreign-passage"
TITLE = "混入段落"
SEVERITY = "error"
BAD = """一、总体要求
以满足老年人多样化需求为导向，健全养老服务体系，增加养老服务供给。
二、主要任务
（一）完善助餐网络。支持社区食堂延长服务时间，为行动不便的老年人
（二）葡萄开花前五天掐去穗尖，每穗留果六十颗上下，果粒之间才不致互相挤裂。套袋前喷药，药液干透再套。
（三）浆果着色期控制灌水，土壤过湿果皮容易开裂。采收宜在早晨露水干后进行，果穗轻剪轻放。
送餐上门，餐费由区财政补贴，社区养老服务设施无偿提供场地。
（二）发展助浴服务。鼓励养老机构开放助浴设施，培训养老护理人员，把服务送到老年人家里。
"""
GOOD = """一、总体要求
以满足老年人多样化需求为导向，健全养老服务体系，增加养老服务供给。
二、主要任务
（一）完善助餐网络。支持社区食堂延长服务时间，为行动不便的老年人送餐上门，餐费由区财政补贴。
（二）发展助浴服务。鼓励养老机构开放助浴设施，培训养老护理人员，把服务送到老年人家里。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each passage."""
    for passage in view.passages:
        words = view.excerpt(passage.start, passage.end)
        if passage.interrupts:
            zh, en = "插在一个句子中间，与上下文不连", "stands inside a sentence, and has nothing to do with it"
        else:
            zh, en = "主题与全文不同", "is on another subject than the document"
        yield view.remark(
            (passage.start, passage.end), f"“{words}”等 {passage.paragraphs} 段{zh}",
            f"{passage.paragraphs} paragraphs from “{words}” on: the passage {en}",
        )  # fmt: skip
