"""Fixed words that hold a numeral and say no number: 统一, 一切, 四川."""

from __future__ import annotations

from collections.abc import Iterable

from policyparse.numerals.characters import HAN, VAGUE

NUMERALS = frozenset(HAN + VAGUE + "半")
ORDINARY_WORDS = tuple(
    """
    一切 一看 一旦 一直 一定 一般 一律 一样 一致 一向 一贯 一味 一并 一再 一共 一概 一同
    一道 一起 一齐 一线 一流 一体 一带一路 一生 一时 一边 一下 一些 一心 一如 一手 一系列
    一次性 一站式 一会儿 一瞬 一番 一方面 统一 唯一 同一 单一 专一 划一 万一 之一 进一步
    第一时间 十分 十足 十全十美 千万不 百分点 千方百计 千家万户 千变万化 成百上千 百姓 百货 百科
    百度 百色 万物 万众 万方 万象 万能 万万不 亿万 四川 四处 四周 四季 四方 四平 三亚 三明
    三峡 三门峡 三农 三角 六盘水 五台山 五指山 五常 九江 九华山 九寨沟 九州 八卦 七夕 两岸
    两会 两端 两侧 两手 两极 两两 九九 千岛湖 千佛山 双十一 二手 二维 二氧化 三氧化 一氧化
    二甲苯 丁二醇 二元 三轮车 老百姓 半岛 半导体 半径 半成品 大陆 陆地 陆军 登陆 着陆 陆续
    陆上 海陆 内陆 水陆 陆路 陆海 陆域 放肆 肆意 肆无忌惮 入伍 退伍 队伍 伍仁 收拾 拾取 拾起
    拾到 拾遗 朝花夕拾
    """.split()
)
"""Of the language at large. The words of policy documents are in the lexicon's table of number words."""


class FixedWords:
    """Looks up words by each of the numerals in them."""

    def __init__(self, words: Iterable[str]) -> None:
        by_numeral: dict[str, dict[int, set[str]]] = {}
        for word in words:
            for place, character in enumerate(word):
                if character in NUMERALS:
                    by_numeral.setdefault(character, {}).setdefault(place, set()).add(word)
        self._by_numeral = {
            numeral: tuple((place, tuple(group)) for place, group in places.items())
            for numeral, places in by_numeral.items()
        }

    def end_at(self, text: str, start: int) -> int | None:
        """Where the longest word ends that the numeral at `start` belongs to, or None."""
        end = None
        for place, words in self._by_numeral.get(text[start], ()):
            begin = start - place
            if begin >= 0 and text.startswith(words, begin):
                longest = begin + max(len(word) for word in words if text.startswith(word, begin))
                end = longest if end is None else max(end, longest)
        return end
