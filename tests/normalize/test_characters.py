"""Line ends, controls, invisible and private-use characters, radicals."""

import pytest

from cleaning import clean, mapped, reasons


@pytest.mark.parametrize(
    ("text", "wanted", "reason"),
    [
        ("甲方案\r\n乙方案\r丙方案\u2028丁", "甲方案\n乙方案\n丙方案\n丁", "line-ending"),
        ("\ufeff甲方案", "甲方案", "invisible"),
        ("建设\u200b泵\xad站", "建设泵站", "invisible"),
        ("建\x00设\x07泵站", "建设泵站", "nul"),
        ("⼈⺠政府⾏政", "人民政府行政", "compatibility-ideograph"),
        ("\uf9dc山", "隆山", "compatibility-ideograph"),
        ("丽\U0002f801山", None, "compatibility-ideograph"),
        ("不低于\uf0b335%", "不低于≥35%", "private-use"),
        ("达到\ue78d完成\ue78e", "达到，完成。", "private-use"),
        ("\ue5e5\ue5e5一、总体要求", "一、总体要求", "layout-blank"),
    ],
)
def test_what_stands_for_another_character_becomes_it(text: str, wanted: str | None, reason: str) -> None:
    if wanted is not None:
        assert clean(text) == wanted
    assert set(reasons(text)) == {reason}


def test_an_unknown_private_use_character_stays() -> None:
    assert clean("临\ue123县") == "临\ue123县"


def test_a_line_feed_after_a_return_is_one_line_end_with_its_own_place() -> None:
    result = mapped("甲\r\n乙")
    assert result.place(1, 2) == (1, 3)
    assert result.place(2, 3) == (3, 4)


def test_signs_that_mean_something_of_their_own_stay() -> None:
    assert clean("达到①㎡㈠…℃‰½") == "达到①㎡㈠…℃‰½"
