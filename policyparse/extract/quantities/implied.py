"""Commitments that say a value without a number: 全覆盖 is 100 %, 清零 is 0, 应收尽收 is 100 %, 翻一番 is 2 倍."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from policyparse.extract.quantities.quantity import Quantity
from policyparse.lexicon import Lexicon
from policyparse.lexicon.rows import ImpliedValue

KIND = "implied"
EXHAUSTIVE = re.compile(
    r"尽(?:(?P<one>[一-鿿])(?<=[应愿能可](?P=one)尽(?P=one))|(?P<two>[一-鿿]{2})(?<=[应愿能可](?P=two)尽(?P=two)))"
)
"""应收尽收, 能改造尽改造; one character opens the pattern, so that the search is fast."""
WHOLLY = re.compile(
    r"全面完成|全[部数](?<=覆盖全.)(?=[一-鿿])|全[部数](?=实现|完成|建成|达到?|纳入|采用|实行|覆盖|整改|改造|投入|投用|开工|落实|接入|配备|退出|关闭|建立|通过|拆除|淘汰|安装|消除|取缔|"
    r"落成|收回|更换|设立|调整|设置|开展|配置|销号|办结|推行|签订|签约|脱|免费|公开|开放|更新|出列|摘帽|达标|到位|入地|入库|移交|移除|整治|归还|清偿|兑付|发放|用于|下放|取消|搬迁|安置|回收|处置|处理|合格|实施|执行|转为|改为|点亮|入户|上线|入驻|竣工|通车|使用|取得|清理|清退|化解|治理|修复|参加|入网|联网|归集|建设充电|开行|开通|投运|运营|挂牌|贯通|通[水电气路网]|电动化|提升|发放到位|兑现|评估|培训|轮训|消纳|关停|签署|拨付|上市|受理|实名|持证)"
)
# 全部 before a noun whose verb follows: 全部依法必须招标项目实现全流程电子化
ALL_OF = re.compile(
    r"全部(?!的|资金|收入|费用|内容|责任|成本|投资|过程|流程|或|份|条款|权|利润|用户的)(?=[^，。；：、\n]{2,20}?(?:实现|完成|达到|纳入|建成|实行|接入|取得))"
)
# a name or a scheme is no commitment: 评价全覆盖机制, 倍增计划, “两个清零”, 覆盖面
NAME_AFTER = re.compile(
    r"[”’]?(?:机制|体系|制度|任务|战略|计划|行动|工程|方案|专项|攻坚|监测网|式|面)|[”’]|的(?!目标|要求|任务)"
)
NAME_BEFORE = re.compile(r"(?:[“‘]|[一二两三四五]个|双)$")
# 健全|覆盖城乡的体系
WHOLE_BEFORE = "健安完齐"
PART = re.compile(r"(?:基本|大致|总体上?)(?:实现|达到|做到|完成)?(?:了)?[^，。；：]{0,30}$")


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, ImpliedValue]]:
    rows = {row.surface: row for row in lexicon.implied}
    surfaces = sorted(rows, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, surfaces))), rows


def find_implied(text: str, lexicon: Lexicon) -> list[Quantity]:
    """The implied values of `text`, in its order, as quantities of kind ``implied``."""
    found = sorted(_implied(text, lexicon), key=lambda quantity: (quantity.start, -quantity.end))
    return [q for i, q in enumerate(found) if i == 0 or q.start >= found[i - 1].end]


def _implied(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    pattern, rows = _pattern(lexicon)
    for match in pattern.finditer(text):
        start, end = match.span()
        if _is_name(text, start, end):
            continue
        row = rows[match[0]]
        before = PART.search(text, max(0, start - 40), start)
        bound = (before.start(), before.start() + 2) if before and row.comparator == "eq" else None
        comparator = "approx" if bound else row.comparator
        yield Quantity(start, end, end, Decimal(row.value), None, row.unit, row.unit, KIND, comparator, bound)
    exhaustive = [(2 * m.start() - m.end(), m.end()) for m in EXHAUSTIVE.finditer(text)]
    whole = [match.span() for pattern in (WHOLLY, ALL_OF) for match in pattern.finditer(text)]
    for start, end in (*exhaustive, *whole):
        if not _is_name(text, start, end):
            yield Quantity(start, end, end, Decimal(100), None, "%", "%", KIND, "eq")


def _is_name(text: str, start: int, end: int) -> bool:
    if text[start] == "全" and text[start - 1 : start] and text[start - 1] in WHOLE_BEFORE:
        return True
    return bool(NAME_AFTER.match(text, end) or NAME_BEFORE.search(text, max(0, start - 2), start))
