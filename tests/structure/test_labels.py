"""Labels are told from the line alone; the lexicon's examples say what is one and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from policyparse.lexicon import Lexicon
from policyparse.model.document import Clause
from policyparse.structure.inline import families
from policyparse.structure.labels import Label, labels, path_key
from policyparse.structure.ordinals import ordinals

LEXICON = Lexicon.load()
STYLES: list[dict[str, Any]] = LEXICON.numbering["style"]
BY_DEPTH = ("bare", "doubtful", "decimal")  # decimals get a series for each depth


def find(line: str) -> Label | None:
    return labels(LEXICON).find(line, 0, len(line))


def examples(key: str) -> list[Any]:
    return [pytest.param(style, line, id=f"{style['series']} {line}") for style in STYLES for line in style[key]]


@pytest.mark.parametrize(("style", "line"), examples("examples"))
def test_every_example_is_labelled_in_its_style(style: dict[str, Any], line: str) -> None:
    label = find(line)
    assert label is not None
    assert label.style.name == style["name"]
    assert label.style.series == style["series"] or style["series"] in BY_DEPTH
    assert line.startswith(line[label.start : label.end])
    assert label.head >= label.end


@pytest.mark.parametrize(("style", "line"), examples("counter_examples"))
def test_no_counter_example_is_labelled(style: dict[str, Any], line: str) -> None:
    assert find(line) is None


def test_styles_are_those_that_are_published() -> None:
    published = Clause.model_fields["style"].annotation.__args__  # type: ignore[union-attr]
    assert {style["name"] for style in STYLES} <= set(published)


def test_every_style_has_examples() -> None:
    assert all(style["examples"] for style in STYLES)


@pytest.mark.parametrize("row", LEXICON.numbering["enumeration"], ids=lambda row: row["family"])
def test_enumerations_have_their_examples(row: dict[str, Any]) -> None:
    pattern = next(family.pattern for family in families(LEXICON) if family.style.series == f"inline-{row['family']}")
    assert all(pattern.match(example) for example in row["examples"])
    assert not any(pattern.match(example) for example in row["counter_examples"])


@pytest.mark.parametrize(
    "line",
    [
        "2025年，全市生产总值突破3000亿元。", "1.3万户居民受益。", "1.5倍", "3.5公里的主干道", "10.5%以上",
        "（2024—2025年）", "（2024）",
        "一、二、三产业融合发展。", "三、四线城市", "（一）至（三）项规定的情形", "第一条第二款规定的标准",
        "第三条、第四条的规定", "2.0版",
        "5月6日", "2024.5.6", "12家企业", "1、2号线", "第一季度", "第三方机构", "第一章程", "一个中心",
        "百、千、万工程", "十四五时期", "42", "5.1", "",
        "附件所列项目", "专栏作家", "I am", "V型", "第一阶段",
    ],
)  # fmt: skip
def test_false_friends(line: str) -> None:
    label = find(line)
    assert label is None or not label.style.certain or label.style.name == "decimal"  # settled by the document


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("一、", "一"), ("（二十六）", "(二十六)"), ("(一)", "(一)"), ("1．", "1"), ("１２、", "12"),
        ("（1）", "(1)"), ("1)", "1)"),
        ("第 一 章", "第一章"), ("1.2.3", "1.2.3"), ("1.2.", "1.2"), ("附件：", "附件"), ("附 件 1", "附件1"),
        ("专栏 3：", "专栏3"), ("①", "①"), ("第一，", "第一"),
        ("Ⅱ.", "Ⅱ"), ("第一百二十三条之一", "第一百二十三条之一"),
    ],
)  # fmt: skip
def test_labels_as_they_stand_in_paths(written: str, key: str) -> None:
    assert path_key(written) == key


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("二十一、", (21,)), ("第一百二十三条之一", (123, 1)), ("1.2.3", (1, 2, 3)), ("㉑", (21,)), ("⑫", (12,)),
        ("⑴", (1,)), ("⒈", (1,)), ("❸", (3,)),
        ("Ⅺ.", (11,)), ("IV、", (4,)), ("（iv）", (4,)), ("(b)", (2,)), ("拾贰、", (12,)), ("参、", (3,)),
        ("１２．", (12,)), ("附录B", (2,)), ("百、", ()), ("附件", ()),
    ],
)  # fmt: skip
def test_numbers_of_labels(label: str, numbers: tuple[int, ...]) -> None:
    assert ordinals(label) == numbers
