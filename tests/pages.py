"""Pages for tests: a pair from the corpus, a hostile pair, a long pair; and a reader of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import policyparse as pp
from policyparse.pipeline import check, repair
from policyparse.report.html import comparison_page, document_page, repair_page, survey_page

TEXTS = Path(__file__).resolve().parent.parent / "corpus" / "texts"
AREAS = re.findall("..", "水利交通教育医疗养老托育文化体育能源环保数据金融农业林业渔业商贸旅游住房就业科技")
WORKS = re.findall(
    "..", "站点网络基地中心平台廊道园区队伍机制标准名录试点窗口仓库学校医院码头线路泵房展馆档案热线车间苗圃果园"
)
SCRIPT = "<script>document.title='taken'</script>"
HOSTILE = f"""临河县人民政府关于“{SCRIPT}”的通知
一、总体要求{SCRIPT}</script></style><!-- <img src=https://example.org/x.png onerror=alert(1)>
到2027年，"onload="alert(1)覆盖率达到55%以上，'><b>污水&amp;处理</b>能力达到{{{{ 7*7 }}}}3万吨。
二、重点任务\u202e倒写
（一）=cmd|' /C calc'!A0。每年新建javascript:alert(1)管网30公里。（县水务局<i>牵头</i>，配合单位：县"财政局)
（二）{"长" * 10_000}。到2026年，</textarea></title>覆盖率达到90%。
临河县人民政府
2024年5月6日
"""


@cache
def pair() -> pp.Comparison:
    """A city's plan and a county's."""
    return pp.compare(pp.parse(TEXTS / "yunzhou-city.txt"), pp.parse(TEXTS / "linhe-county.txt"))


@cache
def comparison(language: str = "zh") -> str:
    """Their page."""
    return comparison_page(pair(), "en" if language == "en" else "zh")


@cache
def places() -> pp.Survey:
    """A city's plan and those of three counties."""
    city, *counties = (
        pp.parse(TEXTS / f"{name}.txt")
        for name in ("yunzhou-city", "linhe-county", "qingxi-district", "shiqiao-county")
    )
    return pp.compare_many(city, counties)


@cache
def survey(language: str = "zh") -> str:
    """Their page."""
    return survey_page(places(), "en" if language == "en" else "zh")


@cache
def checked() -> str:
    """The page of a damaged article."""
    return document_page(check(pp.parse(TEXTS / "article.txt")))


@cache
def mended() -> str:
    """The page of its repair."""
    document = check(pp.parse(TEXTS / "article.txt"))
    return repair_page(repair(document), document.text)


@cache
def hostile() -> tuple[str, ...]:
    """All kinds of pages of a document that wants to be a program."""
    document = check(pp.parse_text(HOSTILE, name='"><script>name</script>.txt'))
    other = pp.parse_text(HOSTILE.replace("临河县", "青溪区").replace("55%", "50%"), name="b.txt")
    mending = repair(document, unsafe=True)
    return (
        comparison_page(pp.compare(document, other)),
        document_page(document, "en"),
        repair_page(mending, document.text),
        survey_page(pp.compare_many(document, [other, document])),
    )


@cache
def long() -> str:
    """The page of 500 clauses against 500."""

    def plan(place: str, factor: int) -> str:
        lines = (
            f"{n}.建设{area}{work}。推进{area}领域{work}提档升级，补齐{work}短板，到2027年，{area}{work}达到{n * factor}处以上。"
            f"（{place[-1]}{area}局牵头）"
            for n, (area, work) in enumerate(product(AREAS, WORKS), 1)
        )
        return f"{place}设施建设方案\n一、重点任务\n" + "\n".join(lines)

    return comparison_page(pp.compare(pp.parse_text(plan("云州市", 10)), pp.parse_text(plan("临河县", 1))))


@dataclass
class Page(HTMLParser):
    """What a page is made of."""

    text: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attributes:
            self.attributes.append((tag, name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
