"""PDF files: paragraphs, columns, furniture, footnotes, tables over pages, pages that are pictures, hostile files."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

import policyparse as pp
from pdf_files import LEFT, RIGHT, SIZE, Sheet, pdf, set_lines
from policyparse.batch import attempt
from policyparse.model.source import Block, Source
from policyparse.read import ocr, read
from policyparse.read import pdf as pdf_reader
from policyparse.read.pages.furniture import furniture
from policyparse.read.pages.glyphs import Page
from policyparse.read.pages.lines import Line

LONG = "推进城乡供水一体化，到2027年农村自来水普及率达到96%以上，供水管网漏损率控制在9%以内，新建改建供水管网120公里，改造老旧水厂8座，水质合格率保持在98%以上。"
SECOND = "健全运行管护机制，落实管护经费，规模化供水工程覆盖人口比例提高到70%，千人以上供水工程全部配备净化消毒设施并安装在线监测设备。"
THIRD = "完善水价形成机制。"


def paragraphs(source: Source) -> list[str]:
    """The paragraphs as the normalizer will have them, over pages and columns."""
    found: list[str] = []
    for block in source.blocks:
        words = block.span.of(source.text).replace("\n", "")
        if block.kind == "paragraph":
            found.append(words)
        elif block.kind == "continuation":
            found[-1] += words
    return found


def of_kind(source: Source, kind: str) -> list[Block]:
    return [block for block in source.blocks if block.kind == kind]


def texts(source: Source, kind: str) -> list[str]:
    return [block.span.of(source.text) for block in of_kind(source, kind)]


def sheet(*words: str, **facts: Any) -> Sheet:
    made = Sheet()
    for each in words:
        made.paragraph(each, **facts)
    return made


# ---- paragraphs -----------------------------------------------------------------------------------------------------


def test_lines_of_a_paragraph_belong_together_by_indent() -> None:
    source = read(pdf(sheet("一、总体目标", LONG, "（一）建设任务", SECOND, LONG, THIRD)))
    assert paragraphs(source) == ["一、总体目标", LONG, "（一）建设任务", SECOND, LONG, THIRD]
    assert source.media_type == "application/pdf"


def test_lines_of_a_paragraph_belong_together_without_indents() -> None:
    made = Sheet()
    for words in ("一、总体目标", LONG, SECOND, "1.加快建设。" + LONG, "二、保障措施", LONG):
        made.paragraph(words, indent=0)
        made.y -= 14
    assert paragraphs(read(pdf(made))) == ["一、总体目标", LONG, SECOND, "1.加快建设。" + LONG, "二、保障措施", LONG]


def test_the_normalizer_joins_what_the_blocks_say() -> None:
    document = pp.parse(pdf(sheet("云州市供水方案", "一、总体目标", LONG)))
    assert document.mapped.text.splitlines() == ["云州市供水方案", "一、总体目标", LONG]
    assert {edit.reason for edit in document.edits} == {"hard-wrap"}
    for figure in document.targets:
        assert figure.quote == document.source_text(figure.span)


def test_a_figure_that_a_line_s_end_cuts_is_read() -> None:
    words = "到2027年，全市农村自来水普及率和供水水质合格率分别达到百分之九十六以上和1234" + "5座"
    document = pp.parse(pdf(sheet("云州市供水方案", "一、目标", LONG, words + "。", LONG)))
    assert any(figure.value == 12345 for figure in (*document.targets, *document.figures))


def test_a_line_that_breaks_off_before_what_may_not_be_parted_goes_on() -> None:
    made = sheet("一、目标", LONG)
    made.text(LEFT + 2 * SIZE, made.y, "到2027年底，街道、镇集中供水站覆盖率分别达到")
    made.text(LEFT, made.y - 28, "100%、75%。")
    made.y -= 56
    made.paragraph(SECOND)
    assert paragraphs(read(pdf(made))) == [
        "一、目标", LONG, "到2027年底，街道、镇集中供水站覆盖率分别达到100%、75%。", SECOND
    ]  # fmt: skip


def test_a_bracket_that_is_open_at_a_line_s_end_goes_on() -> None:
    made = Sheet()
    for words in (
        LONG,
        SECOND,
        "建成净化站8座，新建蓄水池1.6万个并全部安装在线监测设备。（牵头单位：市水务局，配合单位：市财政局）",
    ):
        made.paragraph(words, indent=0)
        made.y -= 14
    assert paragraphs(read(pdf(made)))[-1].endswith("（牵头单位：市水务局，配合单位：市财政局）")
    assert len(paragraphs(read(pdf(made)))) == 3


def test_a_centred_title_of_two_lines_is_one() -> None:
    made = Sheet()
    made.centred("云州市人民政府关于印发云州市城乡供水一体化三年行动方案", SIZE)
    made.centred("（2025—2027年）的通知", SIZE)
    made.paragraph(LONG)
    made.right("云州市人民政府")
    made.right("2025年3月6日")
    document = pp.parse(pdf(made))
    assert document.metadata.title == "云州市人民政府关于印发云州市城乡供水一体化三年行动方案（2025—2027年）的通知"
    assert document.metadata.date_written == "2025-03-06"


def test_sizes_part_paragraphs() -> None:
    made = sheet(LONG)
    made.paragraph(LONG, size=12)
    assert paragraphs(read(pdf(made))) == [LONG, LONG]


def test_both_encodings_of_fonts_that_are_not_embedded() -> None:
    made = Sheet()
    made.text(LEFT, 700, "云州市“十五五”规划（2026—2030年）：增长6.5%", font="F1")
    made.text(LEFT, 660, "云州市“十五五”规划（2026—2030年）：增长6.5%", font="F2")
    lines = read(pdf(made)).text.splitlines()
    assert lines == ["云州市“十五五”规划（2026—2030年）：增长6.5%"] * 2


def test_what_is_drawn_twice_to_look_bold_is_read_once_and_slanted_marks_not_at_all() -> None:
    made = Sheet()
    for shift in (0.0, 0.3):
        made.text(LEFT + shift, 700, "一、总体要求")
    made.text(0, 0, "征求意见稿", matrix="0.7 0.7 -0.7 0.7 200 300")
    assert read(pdf(made)).text == "一、总体要求\n"


@pytest.mark.parametrize(
    ("matrix", "rotation", "shown"),
    [
        ("0 1 -1 0 {down} {along}", 90, (842, 595)), ("0 -1 1 0 {up} {back}", 270, (842, 595)),
        ("-1 0 0 -1 {right} {down}", 180, (595, 842)), ("0 1 -1 0 {down} {along}", 0, (595, 842)),
    ],
)  # fmt: skip
def test_pages_that_lie_on_their_side_are_read(matrix: str, rotation: int, shown: tuple[float, float]) -> None:
    made = Sheet()
    for number, words in enumerate(["云州市任务分解表", LONG[:28], LONG[28:50]]):
        across = 100 + 28 * number
        place = matrix.format(down=across, along=100, up=595 - across, back=742, right=495)
        made.text(0, 0, words, matrix=place)
    source = read(pdf(made, extra=f"/Rotate {rotation}"))
    assert source.text.splitlines() == ["云州市任务分解表", LONG[:28], LONG[28:50]]
    (whole,) = of_kind(source, "page")
    assert whole.box == (0, 0, *shown)
    first = of_kind(source, "paragraph")[0]
    assert first.box is not None
    across, up = (first.box[0] + first.box[2]) / 2, (first.box[1] + first.box[3]) / 2
    assert 0 < across < shown[0]
    assert 0 < up < shown[1]
    if rotation:
        assert up > shown[1] * 0.7


def test_boxes_hold_their_text() -> None:
    source = read(pdf(sheet(LONG)))
    (block,) = of_kind(source, "paragraph")
    assert block.page == 1
    assert block.box is not None
    left, low, right, high = block.box
    assert left == pytest.approx(LEFT, abs=1)
    assert right == pytest.approx(RIGHT, abs=SIZE)
    assert 600 < low < high < 760


# ---- columns --------------------------------------------------------------------------------------------------------


def test_two_columns_are_read_one_after_the_other() -> None:
    made = Sheet()
    made.centred("云州市水资源配置研究", 20)
    made.paragraph("摘要：" + SECOND, indent=0)
    for left, words in ((LEFT, (LONG, SECOND)), (LEFT + 236, (SECOND, LONG))):
        made.y = 600
        for each in words:
            made.paragraph(each, left=left, right=left + 212, size=10.5)
    source = read(pdf(made))
    assert paragraphs(source) == ["云州市水资源配置研究", "摘要：" + SECOND, LONG, SECOND, SECOND, LONG]


def test_a_page_of_short_entries_has_the_columns_of_the_others() -> None:
    pages = [Sheet() for _ in range(3)]
    for made in pages[:2]:
        for left, words in ((LEFT, (LONG, SECOND)), (LEFT + 236, (SECOND, LONG))):
            made.y = 600
            for each in words:
                made.paragraph(each, left=left, right=left + 212, size=10.5)
    firsts, seconds = ([f"{side}栏第{number}项" for number in "一二三四五六"] for side in "左右")
    for left, entries in ((LEFT, firsts), (LEFT + 236, seconds)):
        for number, entry in enumerate(entries):
            pages[2].text(left, 600 - 20 * number, entry, 10.5)
    text = read(pdf(*pages)).text
    assert text.rstrip("\n").endswith("\n".join([*firsts, *seconds]))


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    words = LONG + LONG + LONG
    lines = set_lines(words, 20, 2)
    made = Sheet()
    for number, line in enumerate(lines):
        column, row = divmod(number, (len(lines) + 1) // 2)
        made.text(LEFT + column * 236 + (21 if number == 0 else 0), 700 - row * 18, line, 10.5)
    found = paragraphs(read(pdf(made)))
    assert found[0] == words
    kinds = [block.kind for block in read(pdf(made)).blocks if block.kind in ("paragraph", "continuation")]
    assert kinds[:2] == ["paragraph", "continuation"]


# ---- furniture and notes --------------------------------------------------------------------------------------------


def book(pages: int = 4, head: str = "云州市人民政府公报") -> Iterator[Sheet]:
    for number in range(1, pages + 1):
        made = sheet(f"{number}.重点任务", LONG, SECOND)
        made.text(LEFT, 800, head, 10.5)
        made.text(280, 40, f"— {number} —", 14)
        yield made


def test_running_heads_and_page_numbers_are_furniture() -> None:
    source = read(pdf(*book()))
    assert texts(source, "furniture") == [line for n in range(1, 5) for line in ("云州市人民政府公报", f"— {n} —")]
    assert [block.page for block in of_kind(source, "page")] == [1, 2, 3, 4]
    document = pp.parse(pdf(*book()))
    assert "公报" not in document.mapped.text
    assert [clause.id for clause in document.clauses] == ["1", "2", "3", "4"]
    assert {edit.reason for edit in document.edits} == {"page-break", "hard-wrap"}


def test_a_paragraph_goes_on_over_a_page() -> None:
    pages = list(book(2))
    pages[0].y = 90
    lines = set_lines(LONG, 28, 2)
    pages[0].text(LEFT + 2 * SIZE, pages[0].y, lines[0])
    second = Sheet()
    second.text(LEFT, 740, lines[1])
    second.text(LEFT, 712, lines[2])
    second.text(LEFT, 800, "云州市人民政府公报", 10.5)
    second.text(280, 40, "— 2 —", 14)
    source = read(pdf(pages[0], second))
    assert paragraphs(source)[-1] == LONG
    assert [(block.kind, block.page) for block in source.blocks if block.kind in ("paragraph", "continuation")][-2:] == [
        ("paragraph", 1), ("continuation", 2)
    ]  # fmt: skip
    assert LONG in pp.parse(pdf(pages[0], second)).mapped.text


def test_bare_numbers_that_count_the_pages_are_furniture_and_others_are_not() -> None:
    pages = []
    for number in (11, 12, 13):
        made = sheet(LONG)
        made.text(300, 40, str(number), 10.5)
        made.text(LEFT, 300, str(2000 + number))
        pages.append(made)
    assert texts(read(pdf(*pages)), "furniture") == ["11", "12", "13"]


def line(text: str, base: float) -> Line:
    return Line(text, 80, 200, base, base - 2, base + 14, 16, 16)


def test_a_line_that_only_two_of_many_pages_have_is_text() -> None:
    pages = [
        [line("附件", 700), line("正文。", 600)],
        [line("附件", 700), line("正文。", 500)],
        *([[line("别的。", 700)]] * 5),
    ]
    assert furniture(pages, [842.0] * 7) == set()


@pytest.mark.parametrize("words", ["第 3 页 共 12 页", "3/12", "第三页", "- 3 -", "· 3 ·", "—3—"])
def test_ways_of_writing_page_numbers(words: str) -> None:
    other = words.replace("3", "4").replace("三", "四")
    pages = [[line("正文。", 600), line(words, 40)], [line("正文。", 600), line(other, 40)]]
    digits = any(character.isdigit() for character in words)
    assert (furniture(pages, [842.0] * 2) == {(0, 1), (1, 1)}) is digits


def test_footnotes_stand_at_the_end_and_part_no_paragraph() -> None:
    first, second = sheet(LONG, SECOND), Sheet()
    lines = set_lines(LONG, 28, 2)
    first.text(LEFT + 2 * SIZE, 130, lines[0])
    first.text(LEFT, 90, "①按常住人口计算，不含流动人口。", 9)
    first.text(LEFT, 78, "②数据来自年报。", 9)
    second.text(LEFT, 740, lines[1])
    second.text(LEFT, 712, lines[2])
    source = read(pdf(first, second))
    assert texts(source, "note") == ["①按常住人口计算，不含流动人口。", "②数据来自年报。"]
    assert source.text.endswith("①按常住人口计算，不含流动人口。\n②数据来自年报。\n")
    assert LONG in paragraphs(source)[2]


# ---- tables ---------------------------------------------------------------------------------------------------------

COLUMNS = [79.0, 140.0, 300.0, 360.0, 440.0, 520.0]
HEAD = ["序号", "指标", "单位", "2025年", "2030年"]


def test_ruling_lines_make_a_table() -> None:
    made = sheet("云州市供水规划（2026—2030年）", "一、主要指标", "单位：万吨")
    rows = [600.0, 580.0, 540.0, 520.0]
    made.grid(COLUMNS, rows)
    made.row(COLUMNS, 588, HEAD)
    made.row(COLUMNS, 568, ["1", "农村集中式供水工程覆盖行政村比例及入户情况", "%", "88", "≥96"])
    made.row(COLUMNS, 528, ["2", "日供水能力", "万吨", "36", "48"])
    source = read(pdf(made))
    cells = [(c.span.of(source.text), c.row, c.column) for c in of_kind(source, "cell")]
    assert cells[5:] == [
        ("1", 1, 0), ("农村集中式供水工程覆盖行政村比例及入户情况", 1, 1), ("%", 1, 2), ("88", 1, 3), ("≥96", 1, 4),
        ("2", 2, 0), ("日供水能力", 2, 1), ("万吨", 2, 2), ("36", 2, 3), ("48", 2, 4),
    ]  # fmt: skip
    document = pp.parse(pdf(made))
    found = [(f.indicator, f.value, f.unit, f.comparator, f.deadline) for f in document.targets]
    assert found[1:] == [("日供水能力", 480000, "吨", "eq", 2030)]
    assert found[0][1:] == (96, "%", "ge", 2030)


def test_a_table_goes_on_over_pages_with_its_head_repeated_and_a_row_cut() -> None:
    first, second = Sheet(), Sheet()
    first.paragraph("云州市供水规划（2026—2030年）")
    first.grid(COLUMNS, [140.0, 120.0, 80.0])
    first.row(COLUMNS, 128, HEAD)
    first.row(COLUMNS, 108, ["1", "农村集中式供水工程覆盖", "%", "88", "96"])
    second.grid(COLUMNS, [760.0, 740.0, 720.0, 700.0], top=False)
    second.row(COLUMNS, 748, ["", "行政村比例", "", "", ""])
    second.row(COLUMNS, 728, ["2", "日供水能力", "万吨", "36", "48"])
    second.row(COLUMNS, 708, ["3", "水厂", "座", "8", "12"])
    for number, made in enumerate((first, second), 1):
        made.text(280, 40, f"— {number} —", 14)
    source = read(pdf(first, second))
    assert len(of_kind(source, "table")) == 1
    assert [(c.span.of(source.text), c.row, c.page) for c in of_kind(source, "cell") if c.column == 1] == [
        ("指标", 0, 1), ("农村集中式供水工程覆盖行政村比例", 1, 1), ("日供水能力", 2, 2), ("水厂", 3, 2)
    ]  # fmt: skip
    document = pp.parse(pdf(first, second))
    assert [(f.value, f.unit) for f in document.targets] == [(96, "%"), (480000, "吨"), (12, "座")]


def test_a_row_that_is_cut_goes_on_below_the_head_that_is_set_again() -> None:
    first, second = Sheet(), Sheet()
    first.grid(COLUMNS, [140.0, 120.0, 80.0])
    first.row(COLUMNS, 128, HEAD)
    first.row(COLUMNS, 108, ["1", "农村集中式供水工程覆盖", "%", "88", "96"])
    second.grid(COLUMNS, [760.0, 740.0, 720.0, 700.0])
    second.row(COLUMNS, 748, HEAD)
    second.row(COLUMNS, 728, ["", "行政村比例", "", "", ""])
    second.row(COLUMNS, 708, ["2", "日供水能力", "万吨", "36", "48"])
    source = read(pdf(first, second))
    cut = next(c for c in of_kind(source, "cell") if "行政村" in c.span.of(source.text))
    assert (cut.span.of(source.text), cut.row, cut.page) == ("农村集中式供水工程覆盖行政村比例", 1, 1)
    (rest,) = (b for b in of_kind(source, "paragraph") if cut.span.covers(b.span))
    assert (rest.span.of(source.text), rest.page) == ("行政村比例", 2)
    assert rest.box is not None
    assert rest.box[3] > 720
    words = pp.parse(pdf(first, second))
    assert [(f.indicator, f.value) for f in words.targets] == [
        ("农村集中式供水工程覆盖行政村比例", 96), ("日供水能力", 480000)
    ]  # fmt: skip


def test_a_row_whose_category_is_merged_with_the_row_above_the_page_s_end_is_no_rest() -> None:
    first, second = Sheet(), Sheet()
    first.grid(COLUMNS, [140.0, 120.0, 80.0])
    first.row(COLUMNS, 128, ["类别", "指标", "单位", "2025年", "2030年"])
    first.row(COLUMNS, 108, ["民生", "水厂", "座", "8", "12"])
    second.grid(COLUMNS, [760.0, 740.0, 720.0])
    second.row(COLUMNS, 748, ["", "管网", "公里", "36", "48"])
    second.row(COLUMNS, 728, ["安全", "水源", "处", "3", "5"])
    source = read(pdf(first, second))
    assert [c.span.of(source.text) for c in of_kind(source, "cell") if c.column == 1] == [
        "指标",
        "水厂",
        "管网",
        "水源",
    ]


def test_a_frame_around_text_is_no_table() -> None:
    made = sheet(LONG)
    made.grid([70.0, 540.0], [760.0, 560.0])
    made.grid([60.0, 550.0], [780.0, 540.0])
    source = read(pdf(made))
    assert of_kind(source, "cell") == []
    assert paragraphs(source) == [LONG]


def test_a_table_without_lines_becomes_rows_with_tabs() -> None:
    made = sheet("云州市供水规划（2026—2030年）")
    for number, cells in enumerate((HEAD, ["1", "日供水能力", "万吨", "36", "48"], ["2", "水厂", "座", "8", "12"])):
        made.row(COLUMNS, 600 - 20 * number, cells)
    document = pp.parse(pdf(made))
    assert "1\t日供水能力\t万吨\t36\t48" in document.text
    assert [(f.value, f.unit) for f in document.targets] == [(480000, "吨"), (12, "座")]


def test_a_map_full_of_lines_is_no_table() -> None:
    made = sheet(LONG)
    for number in range(5000):
        made.line(100 + number % 70 * 5, 100 + number // 70 * 5, 103 + number % 70 * 5, 100 + number // 70 * 5)
    start = time.process_time()
    assert paragraphs(read(pdf(made))) == [LONG]
    assert time.process_time() - start < 5


# ---- pictures -------------------------------------------------------------------------------------------------------


def scanned() -> bytes:
    made = Sheet()
    made.picture(0, 0, 595, 842)
    return pdf(sheet(LONG), made)


def test_a_page_that_is_a_picture_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    source = read(scanned())
    (block,) = of_kind(source, "image")
    assert (block.page, block.span.start, block.span.end) == (2, len(source.text), len(source.text))
    assert [block.page for block in of_kind(source, "page")] == [1, 2]
    (finding,) = [each for each in pp.check(pp.parse(scanned())).findings if each.code == "B106"]
    assert (finding.severity, finding.span) == ("error", block.span)
    assert "第 2 页" in finding.message.zh
    assert "OCR" in finding.message.en


def test_a_page_that_is_a_picture_is_read_by_ocr_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    def recognise(pictures: Any, name: str | None) -> Iterator[Page]:
        for page, picture in pictures:
            assert picture.shape[0] > 2000
            glyphs = [*ocr._glyphs("二、保障措施", [(80, 700), (176, 700), (176, 716), (80, 716)])]
            yield Page(page.number, page.width, page.height, glyphs, pictured=True, recognised=True)

    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "recognise", recognise)
    source = read(scanned())
    assert texts(source, "recognised") == ["二、保障措施"]
    assert of_kind(source, "image") == []


def test_a_small_picture_on_a_page_of_text_is_no_scan() -> None:
    made = sheet(LONG)
    made.picture(100, 100, 100, 100)
    assert of_kind(read(pdf(made)), "image") == []


def test_ocr_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(pp.MissingExtra, match=r"policyparse\[ocr\]"):
        read(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)


def test_a_broken_picture_is_damaged() -> None:
    pytest.importorskip("rapidocr")
    with pytest.raises(pp.ReadError, match="damaged"):
        read(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)


# ---- hostile files --------------------------------------------------------------------------------------------------


def bad(content: bytes) -> pp.ReadError:
    with pytest.raises(pp.ReadError) as caught:
        read(content, name="坏.pdf")
    assert caught.value.name == "坏.pdf"
    assert caught.value.cure["zh"]
    return caught.value


def test_an_encrypted_file_says_so() -> None:
    assert "encrypted" in bad(pdf(sheet(LONG), encrypted=True)).message["en"]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\0" * 5000, b"%PDF-1.4\ntrailer << /Root 1 0 R >>"]
)
def test_a_file_without_pages_is_damaged(content: bytes) -> None:
    assert "damaged" in bad(content).message["en"]


def test_a_cut_file_is_read_as_far_as_it_goes_or_refused() -> None:
    whole = pdf(*book())
    for length in range(200, len(whole), 1500):
        result = attempt(whole[:length])
        told = result.error.message.en if isinstance(result, pp.Failure) else result.source.media_type
        assert "PDF" in told or told == "application/pdf"


def test_too_many_pages_and_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 3)
    assert "4 pages" in bad(pdf(*book(4))).message["en"]
    monkeypatch.setattr(pdf_reader, "MOST_CHARACTERS_A_PAGE", 50)
    assert "characters" in bad(pdf(sheet(LONG))).message["en"]


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(pp.MissingExtra, match=r"policyparse\[pdf\]"):
        read(pdf(sheet(LONG)))


def test_an_empty_page_is_an_empty_text() -> None:
    assert read(pdf(Sheet())).text == ""


def test_characters_all_over_a_page_take_time_by_their_number() -> None:
    made = Sheet()
    for number in range(20_000):
        made.text(20 + number * 37 % 550, 20 + number * 53 % 800, "水", 3)
    start = time.process_time()
    assert read(pdf(made)).text
    assert time.process_time() - start < 20


@pytest.mark.slow
def test_two_hundred_pages_take_less_than_ten_seconds() -> None:
    pages = [sheet(f"{number}.重点任务", LONG, SECOND, LONG, SECOND, LONG, SECOND) for number in range(200)]
    content = pdf(*pages)
    start = time.process_time()
    source = read(content)
    assert time.process_time() - start < 10
    assert len(of_kind(source, "page")) == 200
