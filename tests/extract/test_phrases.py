"""Sentences that hold a place: their borders are those of all sentences, and long ones are cut."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from policyparse.extract.phrases import LONGEST, SENTENCE_END, phrase_end, phrase_start, sentences_with

TEXT = st.text(st.sampled_from("建成一二。！？\n”）"), max_size=60)


def all_sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    return list(pairwise(sorted({0, len(text), *ends})))


@given(TEXT, st.data())
def test_the_sentences_are_those_of_the_whole_text(text: str, data: st.DataObject) -> None:
    plain = [place for place, character in enumerate(text) if character in "建成一二"]
    places = sorted(data.draw(st.sets(st.sampled_from(plain)))) if plain else []
    starts = [start for start, _ in all_sentences(text)]
    wanted = sorted({bisect_right(starts, place) - 1 for place in places})
    assert list(sentences_with(text, 0, (), places)) == [all_sentences(text)[index] for index in wanted]


def test_clauses_part_sentences_and_the_letterhead_has_none() -> None:
    text = "印发3份。一、建成5所学校二、培训8人。"
    places = [text.index(digit) for digit in "358"]
    second, first = text.index("二、"), text.index("一、")
    assert list(sentences_with(text, first, [second, first], places)) == [(first, second), (second, len(text))]


def test_a_sentence_of_no_end_is_cut() -> None:
    text = "建" * (3 * LONGEST)
    places = [0, LONGEST - 1, LONGEST, 2 * LONGEST + 7]
    assert list(sentences_with(text, 0, (), places)) == [
        (0, LONGEST), (LONGEST, 2 * LONGEST), (2 * LONGEST, 3 * LONGEST)
    ]  # fmt: skip


def test_a_phrase_passes_over_brackets_that_close_in_it() -> None:
    text = "到2027年，城镇（含街道，不含镇区）覆盖率达到90%（其中，县城95%）以上，其余不变。"
    place = text.index("90")
    assert text[phrase_start(text, 0, place) : phrase_end(text, place, len(text))] == text[7 : text.index("，其余")]
