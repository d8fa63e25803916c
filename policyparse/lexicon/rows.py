"""The columns of each table of the lexicon. A row carries its own example, and a test runs it."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit or counter: 平方公里, MW, 个百分点, 户. Ratios (公里/平方公里) are put together, not listed.

    `kind` is percent, permille, point, times, money, count, grade, age, duration or physical; per where it stands only
    below a stroke; label where a number with it names a thing or a time (3月, 2号线) and is no quantity. `after` is
    ``digits`` where a Han numeral before it says something else (三期, 八里庄), ``final`` where a Han character after
    it does (三两, but not 六两市), ``bound`` where it is a quantity only with 以上 or 以下 (3A级以上), else ``any``.
    """

    surface: str
    canonical: str
    kind: str
    after: str
    example: str


class ComparatorWord(NamedTuple):
    """Words that bound a quantity: ge, le, approx, or none for a word that only ends like one (通过 is no 过).

    `side` tells where they stand: before the number (不低于); adverb, before it with a verb between (至少建成3个);
    multiplier, before a number without digits (上百); after the unit (以上); unit, only after a length or a time
    (15分钟内).
    """

    surface: str
    comparator: str
    side: str
    example: str


class NumberWord(NamedTuple):
    """A fixed word that holds a Han numeral and says no number: 统一, 一体化, 四个意识."""

    surface: str
    example: str


class ImpliedValue(NamedTuple):
    """Words that say a value without a number: 全覆盖 is 100 %, 清零 is 0, 翻番 is 2 倍."""

    surface: str
    value: str
    unit: str
    comparator: str
    example: str


class Department(NamedTuple):
    """A way to write a body's name and its full name, both without place and level: 发改委 is 发展和改革委员会.

    `office` is what it is in charge of, the same for bodies of all levels that do the same work (发展改革). `level` is
    given where the name itself tells it (财政厅, 公安部), and is empty where the words before the name do (市财政局).
    """

    surface: str
    canonical: str
    office: str
    level: str
    example: str


class BodyWord(NamedTuple):
    """Words that names of bodies are made of, on one `side` of the name.

    start: a word that tells the level, alone or at the end of a place's name (市住建局, 云州市住建局). end: a word that
    names of bodies end with (局, 领导小组的组). branch: an end of a name that has a place before it (云州监管分局).
    """

    surface: str
    side: str
    level: str
    example: str


class DutyWord(NamedTuple):
    """Words that say what the bodies beside them have to do: 牵头, 按职责分工负责, 配合单位.

    `side` is where the word stands. before: a label with a colon (责任单位：); after: it closes a list of bodies, and
    more may follow it (牵头制定); end: the same, and nothing follows it (落实); between: the bodies before it have the
    role, and those after it share (会同); note: it tells how to read lists (列第一位者为牵头单位).

    `role` is lead, joint or support; owner: lead, unless another body is named as lead (责任单位); answer: lead for a
    single body, joint for several (负责); manner: none of its own (具体); person, deadline: no bodies at all.
    """

    surface: str
    role: str
    side: str
    example: str


class DocumentKind(NamedTuple):
    """文种 of 党政机关公文处理工作条例, and the kinds of plans, laws and reports that titles end with."""

    surface: str
    family: str
    example: str


class ScriptWord(NamedTuple):
    """A Taiwan word, or what a converter made of a mainland word, in simplified characters.

    `when` is always, or absent: only where `right` stands nowhere in the converted text. `unless` lists, with |, longer
    words that hold `surface` and must stay. `reason` is taiwan-vocabulary or conversion-artefact. `example` becomes
    `expected`.
    """

    surface: str
    right: str
    reason: str
    when: str
    unless: str
    example: str
    expected: str


class ScriptMending(NamedTuple):
    """What a character or phrase becomes where OpenCC's newer tables differ from the installed ones.

    `conversions` names those that it mends: ``all``, or some of t2s, tw2s and hk2s with a blank between them.
    """

    surface: str
    right: str
    conversions: str


class FurnitureLine(NamedTuple):
    """A line of a web page around the document, told by `surface`, blanks left out.

    `where`: the line begins so at the document's start or end (start, end), is just that (whole) or holds it (line) at
    either end, or is the heading of links that run to the end (rest); a link stands beside headings (link). `sure` is yes, or no: then it counts only beside a
    sure one.
    """

    surface: str
    where: str
    sure: str
    example: str


class OriginWord(NamedTuple):
    """A word that tells whose document it is: `origin` is mainland, taiwan or hongkong."""

    surface: str
    origin: str
    example: str


class Glyph(NamedTuple):
    """A character that stands for another: `code` in hexadecimal, `reason` compatibility-ideograph or private-use.

    `right` is the character that it shows, or its code point with U+ before it, as a blank must be written.
    """

    code: str
    right: str
    reason: str
    source: str


class RegionName(NamedTuple):
    """A province or a city under the state council, its short form in document numbers, and its level."""

    surface: str
    abbreviation: str
    level: str
    example: str


class IndicatorSynonym(NamedTuple):
    """Another wording of an indicator and the normal form that both meet in."""

    surface: str
    key: str
    example: str


class CueWord(NamedTuple):
    """A word that tells how a figure is meant: `field` is status, change or recurrence, `value` what it says."""

    surface: str
    field: str
    value: str
    example: str


class SentenceEnd(NamedTuple):
    """What a sentence ends with before its stop: whole, a word that whole ones end with; open, one that none ends with."""

    surface: str
    kind: str
    example: str


class Typo(NamedTuple):
    """A word that is surely mistyped or misread. `unless` lists, with |, longer words around it that excuse it."""

    surface: str
    right: str
    unless: str
    example: str


class UnitConversion(NamedTuple):
    """How many of a standard unit one unit is, as a whole number or fraction: 1 亩 is 2000/3 平方米.

    `surface` and `standard` are normal forms of the table of units; one that is not listed is its own standard. `adds`
    is no where values of several places make no sum (minutes, kilovolts, how often), else yes.
    """

    surface: str
    standard: str
    factor: str
    adds: str
    example: str


class HeadingRole(NamedTuple):
    """Words of a heading that tell what the clause is for in plans of all kinds: 总体要求, 工作目标, 严格考核.

    Clauses of one `topic` correspond between two plans though their headings share no word.
    """

    surface: str
    topic: str
    example: str


class Formula(NamedTuple):
    """A set phrase that stands in documents of all kinds, so that two that share it need not have copied."""

    surface: str
    example: str


class PlaceWord(NamedTuple):
    """A word in which 省, 市, 县 or 区 names no level of government: 城市, 社区."""

    surface: str
    example: str


class StopWord(NamedTuple):
    """A word that stands in documents of all kinds and tells nothing about what one is about: 以及, 进一步, 工作."""

    surface: str
    example: str
