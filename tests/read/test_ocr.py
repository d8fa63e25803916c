"""Pictures of pages: ruling lines, pictures that lie askew, and lines that run over the cells of a table."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest

from policyparse.read import ocr
from policyparse.read.pages.glyphs import Glyph, Lean, Page, Rule

GLYPHS = [Glyph("甲", 0.0, 12.0, 2.0, 0.0, 14.0)]
SCALE = 0.5  # points a pixel


def drawn(angle: float = 0.0) -> Any:
    """A grey picture with a table of two rows and two columns, and a dash as long as a character, maybe turned."""
    cv2 = pytest.importorskip("cv2")
    numpy = pytest.importorskip("numpy")
    picture = numpy.full((800, 600), 255, dtype=numpy.uint8)
    for y in (100, 200, 300):
        cv2.line(picture, (50, y), (550, y), 120, 1)
    for x in (50, 300, 550):
        cv2.line(picture, (x, 100), (x, 300), 0, 2)
    cv2.line(picture, (100, 500), (124, 500), 0, 3)
    if angle:
        turn = cv2.getRotationMatrix2D((300, 400), math.degrees(angle), 1.0)
        picture = cv2.warpAffine(picture, turn, (600, 800), borderValue=255)
    return picture


def near(rule: Rule, left: float, low: float, right: float, high: float) -> bool:
    return all(abs(a - b) < 3 for a, b in zip(rule, (left, low, right, high), strict=True))


@pytest.mark.parametrize("angle", [0.0, 0.02, -0.03])
def test_the_lines_of_a_table_are_found_and_no_strokes(angle: float) -> None:
    rules = list(ocr._rules(drawn(angle), SCALE, GLYPHS, angle))
    wanted = [(25, y, 275, y) for y in (350, 300, 250)] + [(x, 250, x, 350) for x in (25, 150, 275)]
    assert len(rules) == len(wanted)
    assert all(any(near(rule, *place) for rule in rules) for place in wanted)


def test_a_picture_in_colours_has_the_same_lines() -> None:
    cv2 = pytest.importorskip("cv2")
    grey = drawn()
    coloured = cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB)
    assert list(ocr._rules(coloured, SCALE, GLYPHS, 0.0)) == list(ocr._rules(grey, SCALE, GLYPHS, 0.0))


def box(left: float, base: float, width: float, angle: float) -> list[tuple[float, float]]:
    """The corners of a line of text as OCR tells them, from the upper left one on."""
    across, up = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    start = (left + 12 * up[0], base + 12 * up[1])
    end = (start[0] + width * across[0], start[1] + width * across[1])
    return [start, end, (end[0] - 12 * up[0], end[1] - 12 * up[1]), (left, base)]


@pytest.mark.parametrize("angle", [0.02, -0.1])
def test_how_a_picture_lies_is_told_by_its_long_lines(angle: float) -> None:
    long = [box(80, 700 - 30 * number, 400, angle) for number in range(4)]
    short = [box(80, 300, 20, 0.5)]
    assert ocr._angle([*long, *short]) == pytest.approx(angle, abs=1e-6)


def test_too_few_lines_and_too_small_or_large_an_angle_tell_nothing() -> None:
    assert ocr._angle([box(80, 700, 400, 0.02)]) == 0.0
    assert ocr._angle([box(80, 700 - 30 * number, 400, 0.001) for number in range(4)]) == 0.0
    assert ocr._angle([box(80, 700 - 30 * number, 400, 0.8) for number in range(4)]) == 0.0
    assert ocr._angle([]) == 0.0


def test_places_are_told_on_the_page_as_it_lies() -> None:
    lean = Lean(600.0, 800.0, 0.02)
    back = Lean(600.0, 800.0, -0.02)
    assert back.point(*lean.point(100.0, 700.0)) == pytest.approx((100.0, 700.0))
    page = Page(1, 600.0, 800.0, turn=lean)
    assert page.whole == (0.0, 0.0, 600.0, 800.0)
    left, low, right, high = page.shown((100.0, 700.0, 300.0, 712.0))
    assert right - left > 199
    assert high - low > 15


def test_a_line_over_two_cells_is_cut_between_them() -> None:
    def word(character: str, left: float) -> tuple[str, float, list[tuple[float, float]]]:
        return character, 0.9, [(left, 10), (left + 12, 10), (left + 12, 34), (left, 34)]

    whole = [(0, 10), (200, 10), (200, 34), (0, 34)]
    found = SimpleNamespace(
        txts=["6.8 10左右", "预期性"],
        boxes=[whole, whole],
        word_results=[
            [word("6", 5), word(".", 17), word("8", 29), *(word(c, 90 + 12 * n) for n, c in enumerate("10左右"))]
        ],
    )
    runs = list(ocr._runs(found))
    assert [text for text, _ in runs] == ["6.8", "10左右", "预期性"]
    assert [corners[0][0] for _, corners in runs] == [5, 90, 0]
    assert [corners[1][0] for _, corners in runs] == [41, 138, 200]


def test_nothing_read_gives_no_lines() -> None:
    assert list(ocr._runs(SimpleNamespace(txts=None, boxes=None, word_results=None))) == []
