"""A word of Taiwan usage in a mainland document.

**What it looks for.** Words that the normalizer put back in a text that went through such a conversion: 網路 → 网络,
資訊 → 信息, 最佳化 → 优化.

**Why.** The same indicator has two names then, and documents cannot be compared.

**Example.** 人工智慧與物聯網

**What to do.** Nothing where the clean text is used: the words are put back there. The suggestion is in mainland words.

**Known false alarms.** Names of Taiwan's own bodies and products in a mainland document.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyparse.check.rule import Remark
from policyparse.check.rules.conversion_artefact import told
from policyparse.check.view import View
from policyparse.model.reason import Reason

CODE = "C102"
NAME = "taiwan-vocabulary"
TITLE = "台湾用词"
SEVERITY = "info"
BAD = """雲州市數字經濟發展規劃
一、總體要求
以習近平新時代中國特色社會主義思想為指導，推進數位化轉型，建設人工智慧套用場景，完善網路基礎設施。
二、重點任務
推動寬頻網路覆蓋鄉村，最佳化數位公共服務，培育軟體產業，構築資訊安全螢幕障。
"""
GOOD = """云州市数字经济发展规划
一、总体要求
推进数字化转型，建设人工智能应用场景，完善网络基础设施。
"""


def find(view: View) -> Iterator[Remark]:
    """One remark for each word."""
    for change in view.changes(Reason.TAIWAN_VOCABULARY):
        yield told(change.old, change.new, change.span)
