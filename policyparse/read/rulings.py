"""The ruling lines and pictures of a PDF page, from the paths that are drawn on it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from policyparse.read.pages.glyphs import Box, Rule

MOST_RULES = 4000
MOST_SEGMENTS = 20_000
_DEEPEST = 6
_THIN = 2.6
_STRAIGHT = 0.8

Point = tuple[float, float]


def drawn(page: Any) -> tuple[list[Rule], float]:
    """The horizontal and vertical lines of a page, and the area that pictures cover, in square points.

    A page that is full of lines (a map, a chart) gives no more of them than a table can use.
    """
    from pypdfium2 import raw

    rules: list[Rule] = []
    pictured = 0.0
    kinds = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
    for item in page.get_objects(filter=kinds, max_depth=_DEEPEST):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, low, right, high = _on_page(item, item.get_bounds())
            pictured += (right - left) * (high - low)
        elif len(rules) <= MOST_RULES:
            rules.extend(_rules(item, raw))
    return rules, pictured


def _rules(path: Any, raw: Any) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    segments = raw.FPDFPath_CountSegments(path)
    if segments <= 2 or (segments <= 5 and not stroke.value):
        yield from _thin(_on_page(path, path.get_bounds()))
    elif segments <= MOST_SEGMENTS:
        for points in _subpaths(path, segments, raw):
            if not stroke.value:
                yield from _thin(_bounds(points))
                continue
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(y1 - y0) <= _STRAIGHT or abs(x1 - x0) <= _STRAIGHT:
                    yield from _thin((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _thin(box: Box) -> Iterator[Rule]:
    """A box that is no more than a line; nothing for one that has width and height."""
    left, low, right, high = box
    if high - low <= _THIN < right - left:
        middle = (low + high) / 2
        yield Rule(left, middle, right, middle)
    elif right - left <= _THIN < high - low:
        middle = (left + right) / 2
        yield Rule(middle, low, middle, high)


def _subpaths(path: Any, segments: int, raw: Any) -> Iterator[list[Point]]:
    """The points of each part of a path that is drawn without lifting the pen; curves end a part."""
    matrices = _matrices(path, own=True)
    across, up = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, across, up)
        point = _moved((across.value, up.value), matrices)
        if kind != raw.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _bounds(points: list[Point]) -> Box:
    across, up = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(up), max(across), max(up)


def _matrices(item: Any, *, own: bool) -> list[Any]:
    """What moves an object to its place on the page: its own matrix, and those of the forms that hold it."""
    found = [item.get_matrix()] if own else []
    while item.container is not None:
        item = item.container
        found.append(item.get_matrix())
    return found


def _moved(point: Point, matrices: list[Any]) -> Point:
    for matrix in matrices:
        point = matrix.on_point(*point)
    return point


def _on_page(item: Any, box: Box) -> Box:
    """The bounds of an object, which pdfium tells within the form that holds it."""
    if item.container is None:
        return box
    matrices = _matrices(item, own=False)
    return _bounds([_moved(point, matrices) for point in ((box[0], box[1]), (box[2], box[3]))])
