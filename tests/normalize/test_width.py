"""Width by context: what becomes full, what becomes half, what stays."""

import pytest

from cleaning import clean, mapped, reasons


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("到2027年,建成泵站3座;其他:无(附表略)。", "到2027年，建成泵站3座；其他：无（附表略）。"),
        ("惠及3,161户、12,345,678人", "惠及3,161户、12,345,678人"),
        ("涉及2,3号泵站", "涉及2，3号泵站"),
        ("2021,2022年度", "2021，2022年度"),
        ("开放时间:2023-06-15 15:18", "开放时间：2023-06-15 15:18"),
        ("比例为1:500,坡比1：15", "比例为1:500，坡比1:15"),
        ("总投资1.3万元,占4.5%", "总投资1.3万元，占4.5%"),
        ("执行GB/T 35547—2017标准(试行)", "执行GB/T 35547—2017标准（试行）"),
        ("到２０２７年达到９５．５％", "到2027年达到95.5%"),
        ("惠及３，１６１户", "惠及3,161户"),
        ("２０２１－２０２５年", "2021-2025年"),
        ("推进互联网＋政务服务", "推进互联网＋政务服务"),
        ("(一)完善网络(NB-IoT)布局", "（一）完善网络（NB-IoT）布局"),
        ("详见https://www.example.cn/a?b=1,2:3 页面", "详见https://www.example.cn/a?b=1,2:3页面"),
        ('实施"碧水"工程', "实施“碧水”工程"),
        ("提升「數字」能力", "提升“数字”能力"),
        ("﹙一﹚完善﹐补齐﹔落实", "（一）完善，补齐；落实"),
        ("为全面推进碧水工程制定本方案.", "为全面推进碧水工程制定本方案。"),
        ("一.总则", "一.总则"),
        ("是否达标?不达标!", "是否达标？不达标！"),
        ("All in English, here: (x) 15:18; yes?", "All in English, here: (x) 15:18; yes?"),
    ],
)
def test_each_mark_takes_the_width_of_its_context(text: str, wanted: str) -> None:
    assert clean(text) == wanted


@pytest.mark.parametrize("opening", "〔[（(【［〖﹝")
def test_the_year_of_a_document_number_gets_its_own_brackets(opening: str) -> None:
    closing = dict(zip("〔[（(【［〖﹝", "〕]）)】］〗﹞", strict=True))[opening]
    assert clean(f"根据云政发{opening}2024{closing}3号要求") == "根据云政发〔2024〕3号要求"
    assert clean(f"根据《规划》{opening}2024—2027年{closing}要求").count("〔") == ("〔﹝".count(opening))


def test_a_paragraph_is_one_edit_and_each_character_keeps_its_place() -> None:
    text = "到2027年,建成泵站3座;其他:无。\n一切照旧。\n再,来。"
    result = mapped(text)
    assert reasons(text) == ["folded-width"] * 2
    assert [result.place(i, i + 1) for i in range(len(text))] == [(i, i + 1) for i in range(len(text))]


def test_numbers_that_stand_close_together_each_get_their_brackets() -> None:
    assert clean("依据云政[2024]3号临政(2025) 第12 号和1号令") == "依据云政〔2024〕3号临政〔2025〕第12号和1号令"
