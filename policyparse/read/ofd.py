"""OFD (GB/T 33190-2016), the national format of fixed pages: text runs at their places, and ruling lines.

Read by ofdkit, and set in paragraphs and tables like PDF; boxes are in points from the lower left corner of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from policyparse.model.source import Source
from policyparse.read.archive import ZIP_MARK, check, entries
from policyparse.read.composer import Composer
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, missing_extra, too_large
from policyparse.read.ofd_pictures import Picture, with_ocr
from policyparse.read.pages.compose import FEW_GLYPHS, Pages
from policyparse.read.pages.glyphs import Glyph, Page, Rule, spread

KIND = "OFD"
MEDIA_TYPE = "application/ofd"
SUFFIX = ".ofd"
MOST_PAGES = 5000
MOST_XML_BYTES = 128 * 1024 * 1024  # of which one page at a time becomes a tree
MOST_RUNS_A_PAGE = 100_000
MOST_RULES = 4000
_POINTS = 72 / 25.4
_THIN = 0.9
_PICTURED = 0.3
_ASCENT, _DESCENT = 0.88, 0.12
_COMMAND = re.compile(r"[MLCSQBA]|-?[0-9]{1,9}(?:\.[0-9]{0,9})?")
_DEEPEST = 32


def read_ofd(content: bytes, name: str | None = None) -> Source:
    """An OFD file as a `Source`. Raises `ReadError` where it is damaged, encrypted or unpacks to too much."""
    try:
        import ofdkit
        from ofdkit.package import Package
    except ImportError as error:
        raise missing_extra(KIND, "ofd", name) from error
    check(content, KIND, name, most_xml=MOST_XML_BYTES)
    try:
        with ofdkit.open(content) as document, Package(content) as package:
            if len(document.pages) > MOST_PAGES:
                raise too_large(KIND, f"{len(document.pages)} 页", f"{len(document.pages)} pages", name)
            pictures: list[Picture] = []
            pages = [_page(page, package, pictures, name) for page in document.pages]
            pages = with_ocr(pages, pictures, package, name)
            facts = [("ofd:title", document.info.title), ("ofd:author", document.info.author)]
    except (ofdkit.OFDError, ValueError, KeyError, RecursionError) as error:
        raise damaged(KIND, error, name) from error
    if not pages:
        raise damaged(KIND, "no pages", name)
    composer = Composer(name)
    Pages(composer).write(pages)
    return composer.source(content, MEDIA_TYPE, properties=tuple((key, said) for key, said in facts if said))


def _page(page: Any, package: Any, pictures: list[Picture], name: str | None) -> Page:
    """A page; the picture that fills it, where it holds hardly any text, is added to `pictures`."""
    left, top, width, height = page.box
    if len(page.runs) > MOST_RUNS_A_PAGE:
        raise too_large(KIND, f"一页有 {len(page.runs)} 段文字", f"{len(page.runs)} runs on one page", name)
    found = Page(page.index + 1, width * _POINTS, height * _POINTS)
    for run in page.runs:
        found.glyphs += _glyphs(run, left, top + height)
    root = package.read_xml(page.location) if page.location else None
    if root is not None:
        found.rules = list(_rules(root, left, top + height))
        boxes = list(_pictures(root))
        found.pictured = sum(wide * high for _, (_, _, wide, high) in boxes) > _PICTURED * width * height
        if found.pictured and len(found.glyphs) < FEW_GLYPHS:
            resource, (x, y, wide, high) = max(boxes, key=lambda box: box[1][2] * box[1][3])
            box = (x - left, top + height - y - high, x - left + wide, top + height - y)
            place = (box[0] * _POINTS, box[1] * _POINTS, box[2] * _POINTS, box[3] * _POINTS)
            pictures.append(Picture(found, page.location, resource, place))
    return found


def _glyphs(run: Any, left: float, bottom: float) -> Iterator[Glyph]:
    size, base = run.size * _POINTS, (bottom - run.y) * _POINTS
    start = (run.x - left) * _POINTS
    edges = (start, start + run.width * _POINTS)
    return spread(run.text, edges, base, (base - _DESCENT * size, base + _ASCENT * size))


def _rules(root: Element, left: float, bottom: float) -> Iterator[Rule]:
    """The straight lines that are drawn on a page, and the boxes that are no thicker than one."""
    count = 0
    for element in _objects(root, "PathObject"):
        if element.get("Visible") == "false":
            continue
        move = _to_page(element)
        for points in _subpaths(element):
            placed = [((x - left) * _POINTS, (bottom - y) * _POINTS) for x, y in map(move, points)]
            for rule in _straight(placed):
                count += 1
                if count > MOST_RULES:
                    return
                yield rule


def _straight(points: list[tuple[float, float]]) -> Iterator[Rule]:
    lines = [(points, points)] if _is_thin(points) else [([a], [b]) for a, b in pairwise(points)]
    for firsts, lasts in lines:
        across, up = [x for x, _ in (*firsts, *lasts)], [y for _, y in (*firsts, *lasts)]
        low_x, high_x, low_y, high_y = min(across), max(across), min(up), max(up)
        if high_y - low_y <= _THIN * _POINTS < high_x - low_x:
            yield Rule(low_x, (low_y + high_y) / 2, high_x, (low_y + high_y) / 2)
        elif high_x - low_x <= _THIN * _POINTS < high_y - low_y:
            yield Rule((low_x + high_x) / 2, low_y, (low_x + high_x) / 2, high_y)


def _is_thin(points: list[tuple[float, float]]) -> bool:
    """Whether a closed shape is a line with some thickness."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return len(points) > 2 and min(max(across) - min(across), max(up) - min(up)) <= _THIN * _POINTS


def _subpaths(element: Element) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path; curves end one. Commands are those of GB/T 33190, 9.1."""
    data = next((part.text or "" for part in element if part.tag.endswith("AbbreviatedData")), "")
    points: list[tuple[float, float]] = []
    numbers: list[float] = []
    command = ""
    for token in _COMMAND.findall(data[:200_000]):
        if token.isalpha():
            command, numbers = token, []
            if token in "MS" and points:
                yield points
                points = []
            elif token == "C" and points:
                points.append(points[0])
            elif token in "QBA" and points:
                yield points
                points = []
            continue
        numbers.append(float(token))
        if command in ("M", "S", "L") and len(numbers) == 2:
            points.append((numbers[0], numbers[1]))
            numbers = []
    if points:
        yield points


def _to_page(element: Element) -> Any:
    """What moves a point of an object to its place on the page, in millimetres from the upper left corner."""
    box = _numbers(element.get("Boundary"), 4) or [0.0, 0.0, 0.0, 0.0]
    a, b, c, d, e, f = _numbers(element.get("CTM"), 6) or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]

    def move(point: tuple[float, float]) -> tuple[float, float]:
        x, y = point
        return a * x + c * y + e + box[0], b * x + d * y + f + box[1]

    return move


def _pictures(root: Element) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """The pictures of a page: their resources, and left, top, width, height in millimetres."""
    for element in _objects(root, "ImageObject"):
        box = _numbers(element.get("Boundary"), 4)
        if box is not None and box[2] > 0 and box[3] > 0:
            yield element.get("ResourceID", ""), (box[0], box[1], box[2], box[3])


def _objects(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if isinstance(element.tag, str) and element.tag.endswith(name))


def _numbers(said: str | None, count: int) -> list[float] | None:
    try:
        numbers = [float(word) for word in (said or "").split()[:count]]
    except ValueError:
        return None
    return numbers if len(numbers) == count else None


def _recognises(content: bytes, suffix: str) -> bool:
    if not content.startswith(ZIP_MARK):
        return False
    names = entries(content)
    if not names:  # cut off: the directory stands at the end
        return suffix == SUFFIX or b"OFD.xml" in content
    return any(name.lower() == "ofd.xml" for name in names)


OFD = Format("ofd", _recognises, read_ofd, (SUFFIX,))
