"""Where statements stand, which clause they govern, and who answers at a place."""

import pytest

from policyparse.extract.brackets import bracket_pairs
from policyparse.extract.duties.responsibilities import Duties
from policyparse.lexicon import Lexicon
from policyparse.model.outline import Outline
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.normalize import normalize
from policyparse.structure import outline
from proportion import in_proportion

LEXICON = Lexicon.load()


class Read:
    """A text taken apart as far as its duties."""

    def __init__(self, source: str, *, flat: bool = False) -> None:
        document = Source(text=source)
        self.text = normalize(document, LEXICON)
        self.outline = Outline((), 0) if flat else outline(self.text, document, LEXICON)
        self.duties = Duties.of(self.text, self.outline, LEXICON)

    @property
    def statements(self) -> list[str]:
        return [duty.span.of(self.text.source) for duty in self.duties.responsibilities]

    @property
    def clauses(self) -> list[str | None]:
        return [duty.clause for duty in self.duties.responsibilities]

    def at(self, words: str) -> str:
        """The bodies that answer where `words` stand, with the first letters of their roles."""
        parties = self.duties.at(self.text.text.index(words))
        return ",".join(f"{party.name} {party.role[0].upper()}" for party in parties)


PLAN = """临河县乡村建设行动方案

一、总体要求
到2030年，全县乡村面貌明显改善。

二、重点任务
（一）改造农村道路。新改建农村公路120公里，安装路灯600盏。（县交通运输局牵头，县财政局配合）
（二）保障农村供水。
1.改造水厂3座。（县水利局负责）
2.铺设管网80公里。（县水利局、县住建局按职责分工负责）
（三）整治人居环境。一是改厕1500户。二是新建垃圾中转站4座。（县农业农村局牵头）
"""


def test_statements_stand_within_their_brackets_and_name_their_clause() -> None:
    plan = Read(PLAN)
    assert plan.statements == [
        "县交通运输局牵头，县财政局配合",
        "县水利局负责",
        "县水利局、县住建局按职责分工负责",
        "县农业农村局牵头",
    ]
    assert plan.clauses == ["二/(一)", "二/(二)/1", "二/(二)/2", "二/(三)"]
    assert [duty.id for duty in plan.duties.responsibilities] == ["r001", "r002", "r003", "r004"]


def test_who_answers_at_a_place() -> None:
    plan = Read(PLAN)
    assert plan.at("120公里") == plan.at("600盏") == "县交通运输局 L,县财政局 S"
    assert plan.at("3座") == "县水利局 L"
    assert plan.at("80公里") == "县水利局 J,县住建局 J"
    assert plan.at("1500户") == plan.at("4座") == "县农业农村局 L"
    assert plan.at("2030年") == ""


def test_each_of_several_brackets_governs_what_stands_before_it() -> None:
    text = Read(
        "一、提升服务能力\n（一）补齐短板。新建幼儿园6所。（县教育局负责）新建卫生室9间。（县卫健局负责）\n建成公园2处。（县城管局负责）\n"
    )
    assert (text.at("6所"), text.at("9间"), text.at("2处")) == ("县教育局 L", "县卫健局 L", "县城管局 L")
    assert text.clauses == ["一/(一)"] * 3


def test_inline_items_with_brackets_of_their_own() -> None:
    text = Read(
        "一、提升服务能力\n1.补齐短板。一是新建幼儿园6所（县教育局负责）；二是新建卫生室9间（县卫健局负责）。\n"
    )
    assert text.clauses == ["一/1/一是", "一/1/二是"]
    assert (text.at("6所"), text.at("9间")) == ("县教育局 L", "县卫健局 L")


def test_a_bracket_after_some_of_the_inline_items() -> None:
    text = Read(
        "一、提升服务能力\n1.补齐短板。一是新建幼儿园6所。二是改造学校3所（县教育局负责）。三是新建卫生室9间（县卫健局负责）。\n"
    )
    assert text.clauses == ["一/1", "一/1/三是"]
    assert text.at("6所") == text.at("3所") == "县教育局 L"
    assert text.at("9间") == "县卫健局 L"


def test_a_duty_in_the_sentence_wins() -> None:
    text = Read(
        "一、提升服务能力\n（一）补齐短板。由县教育局牵头，县财政局配合，新建幼儿园6所；改造学校3所。建成公园2处。（县城管局负责）\n"
    )
    assert text.at("6所") == "县教育局 L,县财政局 S"
    assert text.at("3所") == text.at("2处") == "县城管局 L"
    assert text.statements == ["由县教育局牵头，县财政局配合", "县城管局负责"]


def test_several_duties_in_one_sentence() -> None:
    text = Read("由县教育局牵头，新建幼儿园6所，由县卫健局牵头，新建卫生室9间。", flat=True)
    assert (text.at("6所"), text.at("9间")) == ("县教育局 L", "县卫健局 L")
    text = Read("新建幼儿园6所，由县教育局牵头，新建卫生室9间，由县卫健局牵头。", flat=True)
    assert (text.at("6所"), text.at("9间")) == ("县教育局 L", "县卫健局 L")
    text = Read("任务分工如下：县教育局牵头新建幼儿园6所，县卫健局负责新建卫生室9间。", flat=True)
    assert (text.at("6所"), text.at("9间")) == ("县教育局 L", "县卫健局 L")


def test_inherited_from_the_parent_where_only_that_has_a_statement() -> None:
    text = Read(
        "一、办好教育（县教育局牵头）\n（一）学前教育。新建幼儿园6所。\n（二）职业教育。新增专业4个。（县人社局负责）\n二、卫生健康\n（一）基层医疗。新建卫生室9间。\n"
    )
    assert text.at("6所") == "县教育局 L"
    assert text.at("4个") == "县人社局 L"
    assert text.at("9间") == ""


@pytest.mark.parametrize(
    "lines",
    [
        "责任单位：县教育局，配合单位：县财政局。",
        "责任单位：县教育局；配合单位：县财政局",
        "牵头单位：县教育局\n配合单位：县财政局",
        "（责任单位：县教育局；配合单位：县财政局）",
        "【责任单位：县教育局；配合单位：县财政局】",
        "〔责任单位：县教育局；配合单位：县财政局〕",
        "——责任单位：县教育局；配合单位：县财政局",
        "（县教育局牵头，县财政局配合）",
        "责任单位：\n县教育局\n配合单位：\n县财政局",
    ],
)
def test_a_statement_on_lines_of_its_own(lines: str) -> None:
    text = Read(
        f"一、提升能力\n（一）补齐短板。新建幼儿园6所。\n{lines}\n（二）建设公园。建成公园2处。\n责任单位：县城管局\n"
    )
    assert text.at("6所") == "县教育局 L,县财政局 S"
    assert text.at("2处") == "县城管局 L"
    assert text.clauses == ["一/(一)", "一/(二)"]
    assert text.statements[0] == lines.strip("—。（）【】[]〔〕")


def test_below_several_sub_clauses_without_statements_a_line_of_its_own_is_said_of_all() -> None:
    text = Read(
        "一、提升服务能力\n（一）补齐短板。\n1.新建幼儿园6所。\n2.改造学校3所。\n责任单位：县教育局\n（二）建设公园。\n1.建成公园2处。\n2.改造广场1处。\n责任单位：县城管局\n"
    )
    assert text.clauses == ["一/(一)", "一/(二)"]
    assert text.at("6所") == text.at("3所") == "县教育局 L"
    assert text.at("2处") == text.at("1处") == "县城管局 L"


def test_the_last_sub_clause_keeps_its_statement_where_others_of_its_kind_have_one() -> None:
    text = Read(
        "一、办好教育\n（一）新建幼儿园6所。\n责任单位：县教育局\n（二）改造学校3所。\n责任单位：县教育局、县财政局\n"
        "二、建设公园\n（一）建成公园2处。\n（二）改造广场1处。\n责任单位：县城管局\n"
    )
    assert text.clauses == ["一/(一)", "一/(二)", "二/(二)"]
    assert (text.at("2处"), text.at("1处")) == ("", "县城管局 L")


@pytest.mark.parametrize("brackets", ["（）", "()", "[]", "【】", "〔〕"])
def test_all_kinds_of_brackets(brackets: str) -> None:
    text = Read(f"一、提升能力\n（一）补齐短板。新建幼儿园6所。{brackets[0]}县教育局、县财政局负责{brackets[1]}\n")
    assert text.statements == ["县教育局、县财政局负责"]
    assert text.at("6所") == "县教育局 J,县财政局 J"


def test_a_label_within_a_paragraph() -> None:
    text = Read("一、提升服务能力\n（一）补齐短板。新建幼儿园6所。责任单位：县教育局、县财政局。\n（二）建设公园。\n")
    assert text.statements == ["责任单位：县教育局、县财政局"]
    assert text.at("6所") == "县教育局 L,县财政局 L"


def test_a_bracket_that_is_never_closed() -> None:
    text = Read(
        "一、提升能力\n（一）补齐短板。新建幼儿园6所（责任单位：县教育局，配合单位：各县（市、区）政府\n（二）公园。\n"
    )
    assert text.statements == ["责任单位：县教育局，配合单位：各县（市、区）政府"]
    assert text.at("6所") == "县教育局 L,各县（市、区）政府 S"


def test_hard_wrapped_lines() -> None:
    clause = (
        "{}.补齐短板。加快补齐县域公共服务短板弱项，推动优质资源下沉\n\n到乡镇，促进群众身边的公共服务设施更加完善，年内新建幼儿园\n\n"
        "{}所，并且实现公办园在每一个乡镇都有布局。(县教育局、县发\n\n展和改革局按职责分工负责)\n\n"
    )
    text = Read("一、提升服务能力\n\n" + "".join(clause.format(number, number + 60) for number in range(1, 6)))
    assert text.at("61所") == text.at("65所") == "县教育局 J,县发展和改革局 J"
    assert set(text.statements) == {"县教育局、县发\n\n展和改革局按职责分工负责"}


def test_traditional_script() -> None:
    text = Read(
        "一、提升服務能力\n（一）補齊短板。新建幼兒園6所，改造學校圖書館。（縣教育局牽頭，縣財政局按職責分工負責）\n"
    )
    assert text.at("6所") == "县教育局 L,县财政局 J"
    assert text.statements == ["縣教育局牽頭，縣財政局按職責分工負責"]


NOTE = "（县教育局、县财政局、县人社局负责，列第一位者为牵头单位，下同）"


def test_the_first_of_a_list_leads_from_where_it_is_said() -> None:
    text = Read(
        f"一、办好教育\n（一）学前教育。新建幼儿园6所。（县教育局、县财政局负责）\n（二）职业教育。新增专业4个。{NOTE}\n（三）老年教育。新建学校1所。（县教育局、县民政局按职责分工负责）\n（四）社区教育。新建站点7个。（县教育局、县民政局牵头，县财政局配合）\n"
    )
    assert text.at("6所") == "县教育局 J,县财政局 J"
    assert text.at("4个") == "县教育局 L,县财政局 J,县人社局 J"
    assert text.at("1所") == "县教育局 L,县民政局 J"
    assert text.at("7个") == "县教育局 L,县民政局 L,县财政局 S"


def test_a_note_below_all_lists_speaks_of_them_all() -> None:
    text = Read(
        "一、办好教育\n（一）学前教育。新建幼儿园6所。（县教育局、县财政局负责）\n（二）职业教育。新增专业4个。（责任单位：县人社局、县教育局）\n\n注：各项任务排在首位的责任单位为牵头单位。\n"
    )
    assert text.at("6所") == "县教育局 L,县财政局 J"
    assert text.at("4个") == "县人社局 L,县教育局 J"


def test_a_rank_is_no_note() -> None:
    text = Read("一、办好教育\n（一）教育质量居全市第一位，由县教育局牵头评估。（县教育局、县财政局负责）\n")
    assert text.at("第一位") == "县教育局 L"
    assert text.duties.responsibilities[-1].parties[0].role == "joint"


def test_a_time_limit_in_the_bracket() -> None:
    text = Read("一、办好教育\n（一）新建幼儿园6所。（牵头单位：县教育局；完成时限：2027年6月底前）\n")
    assert text.duties.responsibilities[0].deadline_text == "2027年6月底前"


@pytest.mark.parametrize(
    "sentence",
    [
        "全县5个乡镇（含1个县级市）参加试点。",
        "落实总体规划（2026—2030年），完成年度任务（见附件1）。",
        "坚持党委领导、政府负责、社会协同、公众参与。",
        "按照谁主管谁负责的原则落实责任（谁审批、谁负责）。",
        "县级以上人民政府水行政主管部门负责本行政区域内节约用水的监督管理。",
        "节约用水的具体办法由县级以上人民政府水行政主管部门负责制定。",
        "建设项目由县级人民政府负责，由有关部门牵头组织验收。",
        "本办法由县水利局负责解释。",
        "由县水利局负责的项目已经完工。",
        "县水利局负责人由县人民政府任免。",
        "发展改革、财政、教育等部门各负其责，相互配合。",
        "各牵头单位要压实责任，各责任单位要会同有关部门抓好落实。",
        "县水利局要会同县财政局完善制度。",
        "请各责任单位：",
        "（一）明确责任。强化县直部门责任，加强部门配合。",
        "责任单位：指承担建设任务的法人。",
        "龙头企业牵头组建创新联合体，高校院所参与。",
        "《节约用水条例》（省人大常委会公告第5号）",
        "牵头高校2所，参与企业30家。",
    ],
)
def test_what_is_no_statement(sentence: str) -> None:
    assert Read(f"一、总体要求\n{sentence}\n").statements == []


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("由县水利局负责，年内建成泵站3座。", "县水利局 L"),
        (
            "节水改造由县水利局牵头，县财政局、各乡镇人民政府配合，建成泵站3座。",
            "县水利局 L,县财政局 S,各乡镇人民政府 S",
        ),
        ("由县水利局牵头会同县财政局、县住建局制定办法，建成泵站3座。", "县水利局 L,县财政局 J,县住建局 J"),
        ("由县水利局牵头，会同县财政局制定办法，建成泵站3座。", "县水利局 L,县财政局 J"),
        ("县水利局牵头建成泵站3座，县财政局、县住建局按职责分工负责。", "县水利局 L,县财政局 J,县住建局 J"),
        ("由云州市人民政府负责，建成泵站3座。", "云州市人民政府 L"),
        ("理由充分的，县水利局牵头建成泵站3座。", "县水利局 L"),
    ],
)
def test_duties_in_sentences(sentence: str, parties: str) -> None:
    assert Read(sentence, flat=True).at("3座") == parties


TABLE = """临河县重点任务分工表

序号|重点任务|牵头单位|配合单位|完成时限
1|新建幼儿园6所|县教育局|县财政局、县住建局|2027年
2|新建卫生室9间|县卫健局|—|2028年
"""


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_table_of_tasks(mark: str) -> None:
    text = Read(TABLE.replace("|", mark))
    assert text.at("6所") == "县教育局 L,县财政局 S,县住建局 S"
    assert text.at("9间") == "县卫健局 L"
    assert [duty.deadline_text for duty in text.duties.responsibilities] == ["2027年", "2028年"]
    assert text.statements[0] == f"县教育局{mark}县财政局、县住建局"


def test_a_table_with_one_cell_a_line() -> None:
    cells = "序号 项目名称 建设规模 责任单位 1 城北泵站 泵站3座 县水利局 2 城南公园 公园2处 县城管局"
    text = Read("附件\n\n重点项目表\n\n" + cells.replace(" ", "\n"))
    assert (text.at("3座"), text.at("2处")) == ("县水利局 L", "县城管局 L")


def test_pairs_of_brackets() -> None:
    def pairs(text: str) -> list[str]:
        return [text[a : b + 1] for a, b in bracket_pairs(text)]

    assert pairs("甲（乙（丙）丁）戊") == ["（乙（丙）丁）", "（丙）"]
    assert pairs("甲(乙）丙") == ["(乙）"]
    assert pairs("甲）乙（丙") == ["（丙"]
    assert pairs("甲（乙\n丙）") == ["（乙\n"]
    assert pairs("甲（乙〔丙）丁") == ["（乙〔丙）"]
    assert pairs("（" * 9 + "）" * 9)[0] == "（" * 9 + "）" * 9


HOSTILE = {
    "nested brackets": "（" * 5000 + "县林业局负责" + "）" * 5000,
    "opening brackets": "（" * 10000,
    "mixed brackets": "（[〔【" * 1500 + "）]〕】" * 1500,
    "duty words": "负责" * 5000,
    "leading words": "由牵头" * 4000,
    "labels": "责任单位：" * 3000,
    "lines of labels": "责任单位\n" * 2000,
    "colons": "：" * 10000,
    "sentences": "由县林业局牵头，" * 1500,
    "one long statement": "（" + "县林业局、" * 3000 + "县水利局负责）",
    "blanks": " " * 10000,
    "levels": "（各" + "市、" * 4000 + "县人民政府负责）",
    "and": "（" + "县林业局和" * 200 + "县水利局负责）",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_and_no_faster(name: str) -> None:
    def read(text: str) -> None:
        Duties.of(MappedText.replay(text, ()), Outline((), 0), LEXICON)

    assert in_proportion(read, HOSTILE[name], HOSTILE[name] * 8, 8)
