"""Re-flow: hard-wrapped lines become paragraphs, and nothing else is joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaning import LEXICON, clean, mapped
from policyparse.normalize import normalize
from policyparse.normalize.setting import label_of
from policyparse.read import read

NO_START = frozenset("，。、；：？！）》”〕％%,;:)?!")
NO_END = frozenset("（《“〔(")
FOLD = str.maketrans("，；：（）！？", ",;:()!?")

PARAGRAPHS = (
    "云州市人民政府",
    "关于印发云州市供水管网提升行动方案",
    "（2025—2027年）的通知",
    "各县区人民政府（管委会），市政府各部门、各直属机构，市属各企业，各有关供水排水单位和大中专院校：",
    "现将《云州市供水管网提升行动方案（2025—2027年）》印发给你们，请结合实际认真组织实施，按季度报送进展。",
    "云州市人民政府",
    "2025年2月6日",
    "一、总体要求",
    "坚持先急后缓、分片推进，以漏损率高、运行超过三十年的管道为重点，统筹地下空间与道路大修时序，力争少开挖、少扰民，"
    "让老城居民用上放心水。到2027年，全市公共供水管网漏损率控制在8.5%以内，更新改造老旧管网不少于1300公里。",
    "二、重点任务",
    "1.摸清家底。组织供水企业对DN100以上管道逐条登记，建立一管一档，2025年9月底前完成普查并接入市级平台，"
    "普查成果向规划、城管、应急等部门开放共享。（市水务局、市大数据局牵头，各县区人民政府配合）",
    "2.更新管道。对灰口铸铁管、石棉水泥管优先改造，每年安排项目不少于40个，所需资金由市县两级财政和供水企业按四三三分担，"
    "鼓励发行专项债券。改造后水质综合合格率保持在99%以上，爆管次数比2024年下降三成。（市住房城乡建设局牵头）",
    "抄送：市委各部门，市人大常委会办公室，市政协办公室，市监委，市法院，市检察院，云州军分区，各民主党派市委。",
    "云州市人民政府办公室 2025年2月6日印发",
)


def em(text: str) -> float:
    return sum(0.5 if character < "\x7f" else 1 for character in text)


def wrapped(paragraph: str, width: int, indent: int) -> list[str]:
    """The lines of a paragraph as a page sets them: a mark that closes never begins a line, figures are not torn."""
    lines, rest, room = [], paragraph, width - indent
    while em(rest) > room:
        end = next(at for at in range(len(rest), 0, -1) if em(rest[:at]) <= room)
        while rest[end] in NO_START or rest[end - 1] in NO_END or (rest[end - 1] + rest[end]).isascii():
            end -= 1
        lines.append(rest[:end])
        rest, room = rest[end:], width
    return [*lines, rest]


def page(width: int, indent: int = 0, *, between: str = "\n", shown: bool = False, after: str = "") -> str:
    """The paragraphs set on a page. `shown`: first lines keep their indent; `after` stands between paragraphs."""
    lines = []
    for paragraph in PARAGRAPHS:
        short = em(paragraph) < width - 4 and "。" not in paragraph
        new = wrapped(paragraph, width, 0 if short else indent)
        if shown and not short:
            new[0] = "\u3000" * indent + new[0]
        lines += [*new, after] if after else new
    return between.join(line.strip("\n") for line in lines)


@pytest.mark.parametrize("fold", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page(28, 2, between="\n\n"), id="blank lines between all"),
        pytest.param(page(28, 2), id="indent lost"),
        pytest.param(page(32), id="no indent"),
        pytest.param(page(38), id="wide"),
        pytest.param(page(38, 2, shown=True), id="indent shown"),
        pytest.param(page(35, after="\n"), id="blank lines between paragraphs"),
        pytest.param(page(26, 2, between="\r\n"), id="other line ends"),
    ],
)
def test_a_wrapped_plan_is_its_paragraphs_again(text: str, fold: bool) -> None:
    found = clean(text.translate(FOLD) if fold else text)
    assert [line for line in found.split("\n") if line] == list(PARAGRAPHS)


def test_every_kept_character_is_still_at_its_place() -> None:
    result = mapped(page(28, 2, between="\n\n"))
    for position, character in enumerate(result.text):
        start, end = result.place(position, position + 1)
        if end - start == 1:
            assert result.source[start] in (character, *"\n ")


def test_latin_words_are_joined_with_a_blank_and_page_breaks_have_their_reason() -> None:
    lines = [
        "完善城区感知设施布局，推进物联终端接入，建设统一的 Internet",
        "Protocol 地址管理体系，开展网络安全检查，做到问题一周内整改，",
        "形成闭环。完善统计口径，落实数据质量责任，按月通报进展，推动各县",
        " 区压实主体责任，确保任务按期完成，并将结果纳入年度综合考核内容。",
    ]
    result = mapped("\n".join(lines))
    assert "Internet Protocol地址" in result.text
    assert "\n" not in result.text
    assert [str(edit.reason) for edit in result.edits if edit.reason.endswith(("wrap", "break"))] == [
        "hard-wrap", "hard-wrap", "page-break",
    ]  # fmt: skip


ITEMS = "\n".join(f"（{n}）临河县第{n}污水处理厂提标改造工程项目" for n in "一二三四五六七八")
NAMES = "\n".join(f"临河县{n}镇人民政府便民服务中心综合窗口" for n in "东西南北中前后左右")
POINTS = "\n".join(f"{n}.建设污水处理厂{n % 4 + 1}座，新增管网{'二' * (n % 3)}十公里，完善监测" for n in range(1, 30))
OFFICES = "\n".join(
    f"临河县{name}局，负责供水管网改造和{'监督' * (at % 3)}考核" for at, name in enumerate("财水交安教卫民文农林")
)
VERSES = "\n".join(["第一条 本办法所称泵站，是指取水、排水的设施。"] * 12)
TABLE = "\n".join(["再生水利用率    %    28    35    预期性，由市水务局负责。"] * 12)
LONG = "\n\n".join(p for p in PARAGRAPHS)


@pytest.mark.parametrize("text", [ITEMS, NAMES, POINTS, OFFICES, VERSES, TABLE, LONG, "甲\n乙\n丙\n丁", ""])
def test_what_is_not_wrapped_is_left_alone(text: str) -> None:
    assert not any(edit.reason in ("hard-wrap", "page-break") for edit in mapped(text).edits)


def test_the_clean_documents_of_the_corpus_are_left_alone(corpus_files: list[Path]) -> None:
    for file in corpus_files:
        edits = normalize(read(file), LEXICON).edits
        wraps = [edit for edit in edits if edit.reason in ("hard-wrap", "page-break")]
        assert bool(wraps) == (file.name == "pdf-text.txt"), file.name


def test_the_wrapped_document_of_the_corpus_is_its_clean_text(root: Path) -> None:
    def lines(name: str) -> list[str]:
        text = normalize(read(root / "corpus" / "texts" / name), LEXICON).text
        return [line for line in text.split("\n") if line]

    assert lines("pdf-text.txt") == lines("pdf-text.clean.txt")


@pytest.mark.parametrize("name", ["chengwu-county", "heze-article", "liuan-city", "shandong-province"])
def test_the_originals_that_are_not_wrapped_are_left_alone(shared: Path, name: str) -> None:
    edits = normalize(read(shared / "corpus" / f"{name}.txt"), LEXICON).edits
    assert not any(edit.reason in ("hard-wrap", "page-break") for edit in edits)


def test_the_wrapped_original_has_its_27_tasks_one_on_a_line(shared: Path) -> None:
    text = normalize(read(shared / "corpus" / "heze-city.txt"), LEXICON).text
    lines = [line for line in text.split("\n") if line]
    assert len(lines) == 49
    tasks = [line for line in lines if line[0].isdigit() and line.split(".")[0].isdigit()]
    assert [line.split(".")[0] for line in tasks] == [str(n) for n in range(1, 28)]
    assert all(line.endswith("）") for line in tasks)


def test_a_paragraph_that_a_page_number_cuts_is_joined_also_in_an_unwrapped_text() -> None:
    long = "完善管网运行监测，按季度评估漏损控制成效，对连续两次排名靠后的县区进行约谈，并将结果作为资金分配的重要"
    text = "\n".join([long, "— 3 —", "依据，同步公开。", "二、保障措施", "— 4 —", "（一）加强领导。"])
    assert clean(text).split("\n") == [long + "依据，同步公开。", "二、保障措施", "", "（一）加强领导。"]


@pytest.mark.parametrize("width", range(6, 45, 3))
def test_no_width_loses_or_adds_anything_but_blanks(width: int) -> None:
    text = page(width)
    assert "".join(clean(text).split()) == "".join(text.split())


def test_a_clause_begins_below_a_line_that_ends_without_a_stop() -> None:
    """A list of bodies ends a clause without a stop; only 第……条 may be a reference that the line's end cut."""
    text = "\n".join(
        line for at, paragraph in enumerate((*PARAGRAPHS[7:11], "2.更新管道。改造老旧管道，压降漏损，按月调度进展，确保"
        "如期完成。责任单位：市水务局、市财政局", "三、保障措施", "加强领导，落实责任，强化督查，各级各部门要按照分工抓好落实，"
        "定期报告进展，遇有重大问题及时请示。")) for line in wrapped(paragraph, 30, 0)
    )  # fmt: skip
    assert "\n三、保障措施\n" in clean(text)


def test_a_list_of_bodies_goes_on_below_where_nothing_else_is_wrapped() -> None:
    assert clean("责任单位：县教育局、\n县财政局\n") == "责任单位：县教育局、县财政局\n"
    assert clean("项目包括：县医院、\n污水厂，\n") == "项目包括：县医院、\n污水厂，\n"


def test_a_short_text_that_keeps_to_a_margin_is_wrapped() -> None:
    sentences = ("推进河道清淤，打捞漂浮物，加固堤岸护坡，补种水生植物，逐段落实管护人员。" * 2, "完善巡查制度。")
    text = "\n".join(line for sentence in sentences * 3 for line in ("总体安排", *wrapped(sentence, 28, 0)))
    assert sentences[0] in clean(text)


LABELS = (
    "一、", "十二、", "（三）", "(3)", "（３）", "3.", "12、", "3)", "第二章", "第3条", "①", "⑳", "⒈", "⒛", "㈠", "㈩", "附件1", "附表：", "专栏2",
    "專欄二", "抄送：", "主送:", "抄报：", "联系人：",
)  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_every_kind_of_label_is_known_by_its_first_character(label: str) -> None:
    assert label_of(f"{label}完善供水管网") is not None


@pytest.mark.parametrize("line", ["完善供水管网", "第一时间", "附近居民", "2025年", "联系实际", "（以下简称方案）"])
def test_what_only_begins_like_a_label_is_none(line: str) -> None:
    assert label_of(line) is None
