"""Ruin the research article: make `texts/article.txt` and its gold from `texts/article.clean.txt`.

The clean article is damaged as texts from careless conversions are: blocks come twice or more, some of them with a new
number or with letters lost; a passage of another article (`texts/article.foreign.txt`) stands inside a cut sentence;
paragraphs break in mid-sentence; a clause stands in the wrong section; words stutter; the end is cut off.

What is damaged is laid down in `damaged`; where exactly (the cuts, the stutters, the lost letters, the end) is drawn
with a seed, so that the same inputs give the same files. Written besides the text: targets, clauses, the defects
(every row with its place, and the place of its original), and `article.clean.json`, the spans that put together are
the clean text again. Run it after every change of the clean texts or their gold:

    python corpus/tools/ruin.py
"""

from __future__ import annotations

from itertools import pairwise

from damage import BREAK, Change, Passage, Ruin, Source
from gold import GOLD, Row, moved, renumber, write_json, write_rows, write_text

NAME, CLEAN, FOREIGN = "article", "article.clean", "article.foreign"
SEED = 12
STUTTERS = 5
LOST_LETTERS = 4
TAIL = 11  # letters of a paragraph that head a copy of the next one
RIGHT = "right as it stands; the foreign passage before it used the number"
SURPLUS = "surplus copy"


def in_two(ruin: Ruin, source: Source, head: str, nth: int = 0) -> tuple[Passage, Passage]:
    """Copy a paragraph that breaks in mid-sentence; gives both halves."""
    start, end = source.paragraph(head, nth)
    at = ruin.cut(source, (start, end))
    first = ruin.copy(source, (start, at), kept=True)
    second = ruin.copy(source, (at, end), kept=True)
    broken(ruin, first, second)
    return first, second


def broken(ruin: Ruin, first: Passage, second: Passage) -> None:
    """Note that `first` breaks off and goes on in `second`."""
    at = min(second.places)
    note = "stops in mid-sentence; `of` is where it goes on"
    ruin.flag("broken-paragraph", first.span, second.span, should_be=first.source.text[at - 6 : at + 6], note=note)


def first_part(ruin: Ruin, source: Source, stuttered: frozenset[int]) -> dict[int, Passage]:
    """Title to the end of the second section in order, one paragraph of the first section broken in two."""
    done: dict[int, Passage] = {}
    for number in range(source.starting("加快云州市")):
        if number == source.starting("二是企业改造"):
            done[number] = in_two(ruin, source, "二是企业改造")[0]
        else:
            done[number] = ruin.copy(source, source.paragraphs[number], Change(stuttered=stuttered), kept=True)
    return done


def out_of_order(ruin: Ruin, source: Source, done: dict[int, Passage]) -> None:
    """A clause of the third section before its heading; then the end of one paragraph and a copy of the next."""
    stray = ruin.copy(source, source.paragraph("（二）", 1), kept=True)
    note = "a clause of the third section, before its heading: out of order; clean puts it back"
    ruin.flag_label("numbering-repeat", stray, done[source.starting("（二）")], note)
    end, whole = done[source.starting("三是平台")], done[source.starting("四是服务")]
    last = source.paragraph("三是平台")[1]
    fragment = ruin.copy(source, (last - TAIL, last), Change(after=""))
    again = ruin.copy(source, source.paragraph("四是服务"))
    note = "the end of one paragraph and the whole next one, without the break between"
    ruin.flag("near-duplicate", (fragment.start, again.end), (end.end - TAIL, whole.end), note=note)
    ruin.flag("broken-paragraph", fragment.span, (end.end - TAIL, end.end), note="headless; surplus")
    ruin.flag_label("numbering-jump", again, whole, SURPLUS)


def once_more(ruin: Ruin, source: Source, done: dict[int, Passage]) -> None:
    """The whole second section once more, word for word."""
    first, last = source.starting("云州市制造业数字化转型面临"), source.starting("（四）")
    block = [ruin.copy(source, source.paragraphs[number]) for number in range(first, last + 1)]
    ruin.flag("duplicate-block", (block[0].start, block[-1].end), (done[first].start, done[last].end))


def spliced(ruin: Ruin, source: Source, foreign: Source, stuttered: frozenset[int]) -> dict[str, Passage]:
    """Heading, introduction and (一) of the third section, with the foreign passage inside a sentence of (一)."""
    change = Change(stuttered=stuttered)
    for head in ("加快云州市", "“十五五”时期"):
        ruin.copy(source, source.paragraph(head), change, kept=True)
    start, end = source.paragraph("（一）", 1)
    at = ruin.cut(source, (start, end), stuttered)
    first = ruin.copy(source, (start, at), change, kept=True)
    numbered = {label: ruin.copy(foreign, foreign.paragraph(label)) for label in ("（二）", "（三）")}
    for label in ("（四）", "（五）", "（六）"):
        numbered[label] = ruin.copy(foreign, foreign.paragraph("（三）"), Change(label=label))
        ruin.flag("renumbered-duplicate", numbered[label].span, numbered["（三）"].span)
    note = "from another article, on old books; stands inside a sentence of (一)"
    ruin.flag("foreign-passage", (numbered["（二）"].start, numbered["（六）"].end), note=note)
    broken(ruin, first, ruin.copy(source, (at, end), change, kept=True))
    return numbered


def last_part(ruin: Ruin, source: Source, numbered: dict[str, Passage]) -> None:
    """(三), broken in two, and (四); then copies of both with other numbers, the last one cut off."""
    first, rest = in_two(ruin, source, "（三）", 1)
    ruin.flag_label("numbering-repeat", first, numbered["（三）"], RIGHT)
    three, four = source.paragraph("（三）", 1), source.paragraph("（四）", 1)
    whole = ruin.copy(source, four, kept=True)
    ruin.flag_label("numbering-repeat", whole, numbered["（四）"], RIGHT)
    near = ruin.copy(source, three, Change(label="（五）", lost=ruin.letters(source, three, LOST_LETTERS)))
    note = "another number, some letters lost, and the paragraph in one piece"
    ruin.flag("near-duplicate", near.span, (first.start, rest.end), note=note)
    ruin.flag_label("numbering-repeat", near, numbered["（五）"], SURPLUS)
    again = ruin.copy(source, four, Change(label="（六）"))
    ruin.flag_label("numbering-repeat", again, numbered["（六）"], SURPLUS)
    for copy in (again, ruin.copy(source, four, Change(label="（七）"))):
        ruin.flag("renumbered-duplicate", copy.span, whole.span)
    end = ruin.cut(source, (source.text.index("三是完善评价体系"), source.text.index("四是营造浓厚氛围")))
    cut = ruin.copy(source, (four[0], end), Change(label="（八）", after=""))
    ruin.flag("near-duplicate", cut.span, whole.span, note="another number; cut off")
    note = "the text stops in mid-sentence; `of` is where the first whole copy goes on"
    ruin.flag("truncated-end", (cut.end - 7, cut.end), (whole.places[end], whole.end), note=note)


def damaged(seed: int) -> Ruin:
    """The article, ruined."""
    ruin, source = Ruin(seed), Source.load(CLEAN)
    heads = ("制造业数字化转型是", "一是基础设施", "五是融合应用", "“十五五”时期")
    spans = [*(source.paragraph(head) for head in heads), source.paragraph("（一）", 1)]
    stuttered = ruin.stutters(source, spans, STUTTERS)
    done = first_part(ruin, source, stuttered)
    out_of_order(ruin, source, done)
    once_more(ruin, source, done)
    numbered = spliced(ruin, source, Source.load(FOREIGN), stuttered)
    last_part(ruin, source, numbered)
    return ruin


def carried(ruin: Ruin, layer: str) -> list[Row]:
    """Targets or clauses of every passage; a later copy's row has `first_copy` false and a note of the first one."""
    rows: list[Row] = []
    seen: dict[tuple[str, int], int] = {}
    for passage in ruin.passages:
        for old in passage.source.targets if layer == "targets" else passage.source.clauses:
            row = moved(old, passage.places.get, ruin.text)
            if row is None:
                continue
            first = seen.setdefault((passage.source.name, old["start"]), row["start"])
            if passage.source.name == FOREIGN:
                row["note"] = "foreign passage"
            if first != row["start"]:
                row["note"] = f"copy; first at {first}"
            if layer == "targets":
                row |= {"clause": passage.path(old["clause"]), "first_copy": first == row["start"]}
            else:
                label = passage.label if passage.label and passage.start == row["start"] else old["label"]
                row |= {"path": passage.path(old["path"]), "label": label}
            rows.append(row)
    return sorted(rows, key=lambda row: int(row["start"]))


def clean_spans(ruin: Ruin) -> list[Row]:
    """The spans of the kept passages in the clean text's order; a paragraph's last one takes in the break after it."""
    rows: list[tuple[int, Row]] = []
    for passage in (one for one in ruin.passages if one.kept):
        places = sorted(passage.places.items())
        jumps = [i for i, (one, other) in enumerate(pairwise(places), 1) if other[1] != one[1] + 1]
        for low, high in pairwise([0, *jumps, len(places)]):
            (origin, start), (last, end) = places[low], places[high - 1]
            ends = passage.source.text.startswith(BREAK, last + 1)
            stop = end + 1 + (len(BREAK) if ends else 0)
            row: Row = {"start": start, "end": stop, "head": ruin.text[start : min(stop, start + 15)]}
            if not ends and last + 1 < len(passage.source.text):
                row["note"] = "joins the next span without a break"
            rows.append((origin, row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def main() -> None:
    """Write the ruined text and its gold."""
    ruin = damaged(SEED)
    write_text(NAME, ruin.text)
    write_rows(NAME, "targets", renumber(carried(ruin, "targets"), NAME, "f"))
    write_rows(NAME, "clauses", carried(ruin, "clauses"))
    write_rows(NAME, "responsibilities", [])
    write_rows(NAME, "defects", renumber(ruin.defects, NAME, "d"))
    write_json(NAME, "clean", clean_spans(ruin))
    (GOLD / f"{NAME}.meta.json").write_text((GOLD / f"{CLEAN}.meta.json").read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
