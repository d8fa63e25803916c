"""The map between clean text and source is right by construction: shown on random texts and random edits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from policyparse.model.text import Edit, MappedText
from policyparse.normalize.apply import apply


def plain(text: str, edits: list[Edit]) -> str:
    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])


@st.composite
def edited_texts(draw: st.DrawFn) -> MappedText:
    source = draw(st.text("abcdef甲乙", max_size=12))
    text = MappedText.replay(source, ())
    for step in range(draw(st.integers(0, 4))):
        edits, position = [], 0
        while (start := draw(st.integers(position, len(text.text)))) < len(text.text):
            position = draw(st.integers(start + 1, len(text.text)))
            size = position - start
            new = draw(st.text("XYZ", max_size=3) | st.text("XYZ", min_size=size, max_size=size))
            edits.append(Edit(start, position, new, f"step{step}"))
        expected = plain(text.text, edits)
        text = apply(text, edits)
        assert text.text == expected
    return text


@settings(max_examples=400, deadline=None)
@given(edited_texts())
def test_every_edit_replays_and_every_kept_character_has_its_own_address(text: MappedText) -> None:
    assert MappedText.replay(text.source, text.edits) == text
    touched = {place for edit in text.edits for place in range(edit.start, edit.end)}
    kept, last = set(), 0
    for position, character in enumerate(text.text):
        start, end = text.place(position, position + 1)
        assert last <= start < end <= len(text.source)
        last = start
        if start not in touched:
            assert (text.source[start], end) == (character, start + 1)
            kept.add(start)
    assert kept == set(range(len(text.source))) - touched
    for place in kept:
        assert text.text[text.clean_position(place)] == text.source[place]
