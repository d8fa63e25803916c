"""A small document built by hand, for tests of what shows and stores documents."""

from __future__ import annotations

import hashlib

from policyparse.model.document import Clause, PolicyDocument, SourceInfo
from policyparse.model.facts import Baseline, Evidence, Figure, Party, Reference, Responsibility
from policyparse.model.metadata import Metadata, Period, Region
from policyparse.model.span import Span
from policyparse.model.text import MappedText, SourceEdit

TEXT = """云州市人民政府关于印发云州市碧水行动方案的通知
云政发〔2024〕7号
各县区人民政府：
根据《云州省水环境条例》，制定本方案。
一、总体要求
到2027年，再生水利用率达到35%以上。2023年，全市建成污水处理厂12座。
二、重点任务
（一）补齐管网短板。每年新建改建污水管网120公里，到2026年新增日处理能力1.5万吨。（市住房城乡建设局牵头，市水务局、各县区人民政府按职责分工负责）
（二）加强执法。黑臭水体清零。（责任单位：市生态环境局，配合单位：市公安局）
云州市人民政府
2024年5月6日
"""


def place(words: str, start: int = 0) -> Span:
    """Where `words` stand in the sample."""
    at = TEXT.index(words, start)
    return Span(start=at, end=at + len(words))


def document() -> PolicyDocument:
    """The sample, taken apart as it should be."""
    return PolicyDocument(
        source=SourceInfo(
            name="碧水行动.txt",
            encoding="utf-8",
            sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            length=len(TEXT),
        ),
        metadata=Metadata(
            title="云州市人民政府关于印发云州市碧水行动方案的通知",
            carried_title="云州市碧水行动方案",
            issuer="云州市人民政府",
            issuers=("云州市人民政府",),
            document_number="云政发〔2024〕7号",
            recipients=("各县区人民政府",),
            date_written="2024-05-06",
            kind="通知",
            period=Period(start=2024, end=2027),
            region=Region(name="云州市", level="city"),
        ),
        references=(Reference(title="云州省水环境条例", span=place("《云州省水环境条例》")),),
        clauses=tuple(_clauses()),
        targets=(_reuse(), _pipes(), _plant(), _black()),
        figures=(_built(),),
        responsibilities=(_duty(), _enforcement()),
        edits=(SourceEdit(span=place("〔"), text="〔", reason="width"),),
    ).holding(MappedText.replay(TEXT, ()))


def _clauses() -> list[Clause]:
    def clause(id: str, parent: str | None, label: str, title: str, last: str) -> Clause:
        start = TEXT.index(label + title)
        path = tuple(id.split("/"))
        style = "han" if parent is None else "han_paren"
        return Clause(
            id=id, parent=parent, path=path, label=label, style=style, number=1, depth=len(path), title=title,
            text=title, span=Span(start=start, end=place(last).end),
        )  # fmt: skip

    return [
        clause("一", None, "一、", "总体要求", "污水处理厂12座。"),
        clause("二", None, "二、", "重点任务", "配合单位：市公安局）"),
        clause("二/(一)", "二", "（一）", "补齐管网短板", "按职责分工负责）"),
        clause("二/(二)", "二", "（二）", "加强执法", "配合单位：市公安局）"),
    ]


def _reuse() -> Figure:
    return Figure(
        id="f001", clause="一", status="target", indicator="再生水利用率", indicator_key="再生水利用率",
        value=35, unit="%",
        unit_canonical="%", comparator="ge", comparator_text="以上", change="level", deadline=2027,
        deadline_text="到2027年", quote="35%", span=place("35%"), sentence=place("到2027年，再生水利用率达到35%以上。"),
        baseline=Baseline(value=28.5, unit="%", year=2023), scope="全市", property="预期性",
        evidence=(Evidence(field="comparator", text="以上", span=place("以上")),),
    )  # fmt: skip


def _built() -> Figure:
    return Figure(
        id="f002", clause="一", status="achieved", indicator="污水处理厂", indicator_key="污水处理厂",
        value=12, unit="座",
        unit_canonical="座", comparator="eq", change="level", deadline=2023, quote="12座", span=place("12座"),
        sentence=place("2023年，全市建成污水处理厂12座。"),
    )  # fmt: skip


def _pipes() -> Figure:
    return Figure(
        id="f003", clause="二/(一)", status="target", indicator="污水管网", indicator_key="污水管网",
        value=120, unit="公里",
        unit_canonical="公里", comparator="eq", change="increase", recurrence="annual", quote="120公里",
        span=place("120公里"), sentence=place("每年新建改建污水管网120公里，到2026年新增日处理能力1.5万吨。"),
        parties=_duty().parties,
    )  # fmt: skip


def _plant() -> Figure:
    return Figure(
        id="f004", clause="二/(一)", status="target", indicator="日处理能力", indicator_key="日处理能力", value=15000,
        unit="吨", unit_canonical="吨", comparator="eq", change="increase", deadline=2026, quote="1.5万吨",
        span=place("1.5万吨"), sentence=place("每年新建改建污水管网120公里，到2026年新增日处理能力1.5万吨。"),
        parties=_duty().parties,
    )  # fmt: skip


def _black() -> Figure:
    return Figure(
        id="f005", clause="二/(二)", status="target", indicator="黑臭水体", indicator_key="黑臭水体", value=0, unit="",
        unit_canonical="", comparator="eq", change="level", implicit=True, quote="清零", span=place("清零"),
        sentence=place("黑臭水体清零。"), parties=_enforcement().parties,
    )  # fmt: skip


def _duty() -> Responsibility:
    return Responsibility(
        id="r001", clause="二/(一)", span=place("市住房城乡建设局牵头，市水务局、各县区人民政府按职责分工负责"),
        parties=(
            Party(name="市住房城乡建设局", canonical="市住房和城乡建设局", level="city", role="lead"),
            Party(name="市水务局", canonical="市水务局", level="city", role="joint"),
            Party(name="各县区人民政府", canonical="各县区人民政府", level="county", role="joint"),
        ),
    )  # fmt: skip


def _enforcement() -> Responsibility:
    return Responsibility(
        id="r002", clause="二/(二)", span=place("责任单位：市生态环境局，配合单位：市公安局"),
        parties=(
            Party(name="市生态环境局", canonical="市生态环境局", level="city", role="lead"),
            Party(name="市公安局", canonical="市公安局", level="city", role="support"),
        ),
    )  # fmt: skip
