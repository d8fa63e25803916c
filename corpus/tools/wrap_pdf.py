"""Make `texts/pdf-text.txt` and its gold from `texts/pdf-text.clean.txt`: a plan as a PDF's text layer gives it.

What happens, as in a notice set by GB/T 9704 and taken out of its PDF:

* every paragraph is set in lines as wide as 32 Chinese characters (a figure or Latin letter takes half of one), its
  first line in 30 (the indent itself is lost);
* a line never starts with a closing mark nor ends with an opening one, and a figure is not torn apart,
  but a word, and a figure from its unit, may be;
* a page holds 23 lines and ends with a blank line, its number between dashes (— 3 —) and a form feed.

Nothing is random: the same clean text gives the same result. Run it after every change of the clean text or its gold:

    python corpus/tools/wrap_pdf.py
"""

from __future__ import annotations

from gold import GOLD, LAYERS, Row, moved, read_rows, read_text, renumber, write_rows, write_text

CLEAN = "pdf-text.clean"
WRAPPED = "pdf-text"
WIDTH = 64  # in halves of a Chinese character
INDENT = 4
LINES_A_PAGE = 23
NO_START = frozenset("，。、；：？！）》〉”’〕】%％")
NO_END = frozenset("（《〈“‘〔【")
FIGURE = frozenset("0123456789.")
LETTERS = {"targets": "f", "responsibilities": "r"}


def may_break(paragraph: str, at: int) -> bool:
    """Whether a line may end before character `at` of the paragraph."""
    before, after = paragraph[at - 1], paragraph[at]
    return not (after in NO_START or before in NO_END or (before in FIGURE and after in FIGURE))


def lines_of(paragraph: str) -> list[tuple[int, int]]:
    """The half-open spans of the paragraph's lines."""
    spans, start, room = [], 0, WIDTH - INDENT
    for at, char in enumerate(paragraph):
        room -= 1 if char.isascii() else 2
        if room < 0:
            end = at
            while not may_break(paragraph, end):
                end -= 1
            spans.append((start, end))
            start = end
            room = WIDTH - sum(1 if other.isascii() else 2 for other in paragraph[start : at + 1])
    spans.append((start, len(paragraph)))
    return spans


def wrap(clean: str) -> tuple[str, list[int]]:
    """The wrapped text, and for every character of the clean text its place in it."""
    pieces: list[str] = []
    places: list[int] = []
    length = page = lines = line_end = 0

    def put(text: str) -> None:
        nonlocal length
        pieces.append(text)
        length += len(text)

    for paragraph in clean.rstrip("\n").split("\n"):
        for start, end in lines_of(paragraph):
            places.extend(range(length, length + end - start))
            put(paragraph[start:end] + "\n")
            line_end = length - 1
            lines += 1
            if lines == LINES_A_PAGE:
                page, lines = page + 1, 0
                put(f"\n— {page} —\n\f")
        places.append(line_end)
    put(f"\n— {page + 1} —\n")
    return "".join(pieces), places


def main() -> None:
    """Write the wrapped text and its four files of gold."""
    text, places = wrap(read_text(CLEAN))
    write_text(WRAPPED, text)
    for layer in LAYERS:
        rows: list[Row] = [row for old in read_rows(CLEAN, layer) if (row := moved(old, places.__getitem__, text))]
        letter = LETTERS.get(layer)
        write_rows(WRAPPED, layer, renumber(rows, WRAPPED, letter) if letter else rows)
    (GOLD / f"{WRAPPED}.meta.json").write_text((GOLD / f"{CLEAN}.meta.json").read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
