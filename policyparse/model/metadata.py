"""The elements of an official document around its text, named after GB/T 9704-2012."""

from __future__ import annotations

from typing import Literal

from policyparse.model.facts import Level
from policyparse.model.record import Record

Script = Literal["hans", "hant", "mixed"]


class Period(Record):
    """The years that a plan is for."""

    start: int
    """First year. 起始年份。"""
    end: int
    """Last year. 终止年份。"""


class Region(Record):
    """The place that a document is about."""

    name: str
    """Its name. 地区名称。"""
    level: Level
    """Its level. 行政层级。"""


class Metadata(Record):
    """The elements of GB/T 9704-2012, and what follows from them. Texts are in simplified characters."""

    title: str | None = None
    """标题: title of the document (of the notice, where it carries another document). 标题。"""
    carried_title: str | None = None
    """Title of the document that a notice carries. 被印发文件的标题。"""
    issuer: str | None = None
    """发文机关: the first issuing body. 发文机关。"""
    issuers: tuple[str, ...] = ()
    """All issuing bodies. 全部发文机关。"""
    document_number: str | None = None
    """发文字号, brackets as 〔〕. 发文字号。"""
    signatory: str | None = None
    """Who signed it for issue (for documents that go upwards). 签发人。"""
    authors: tuple[str, ...] = ()
    """Authors of an article. 作者。"""
    date_written: str | None = None
    """成文日期 as ISO date. 成文日期。"""
    date_published: str | None = None
    """Date of publication on the web, as ISO date. 发布日期。"""
    date_printed: str | None = None
    """印发日期 as ISO date. 印发日期。"""
    printed_by: str | None = None
    """The office that printed it. 印发机关。"""
    recipients: tuple[str, ...] = ()
    """Bodies that it is addressed to. 主送机关。"""
    copied_to: tuple[str, ...] = ()
    """Bodies that it is copied to. 抄送机关。"""
    attachments: tuple[str, ...] = ()
    """附件说明: titles of the attachments. 附件名称。"""
    annotation: str | None = None
    """附注, such as 此件公开发布. 附注。"""
    kind: str | None = None
    """文种 or kind of plan: 通知, 意见, 方案, 规划, 条例, 报告. 文种。"""
    script: Script = "hans"
    """hans, hant, or mixed where a tenth is of the other script. 文字：简体、繁体、混用。"""
    period: Period | None = None
    """Years that the plan is for. 规划期。"""
    region: Region | None = None
    """Place that it is about. 地区。"""
