"""Syllables in brackets: those that a converter left behind go, those that somebody meant stay."""

import policyparse as pp
from cleaning import clean, reasons

LEFT_BEHIND = (
    "雲州縣發(fā)展專業(yè)鎮(zhèn)方案\n到2027年,各鄉(xiāng)(鎮(zhèn))專業(yè)園區(qū)他們(men)達到8個(gè)。\n"
)


def test_syllables_that_a_converter_left_behind_go() -> None:
    assert clean(LEFT_BEHIND) == "云州县发展专业镇方案\n到2027年，各乡（镇）专业园区他们达到8个。\n"
    assert reasons(LEFT_BEHIND).count("pronunciation") == 9


def test_a_few_are_meant_and_latin_words_are_no_syllables() -> None:
    for text in ("邳（pī）州、郯（tán）城两地。", "发电量(kwh)、面积(mu)、单位(ge)：à。"):
        assert clean(text).count("（") == text.replace("(", "（").count("（")
    assert "pronunciation" not in reasons(LEFT_BEHIND[:20])


def test_the_checker_tells_each_and_places_stay_exact() -> None:
    document = pp.check(pp.parse_text(LEFT_BEHIND))
    told = [finding for finding in document.findings if finding.name == "conversion-artefact"]
    assert [document.source_text(finding.span) for finding in told][:2] == ["(fā)", "(yè)"]
    assert len(told) == 9
    (target,) = document.targets
    assert (target.quote, target.value, target.deadline) == ("8個", 8, 2027)
