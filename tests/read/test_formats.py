"""From each format the same clauses, targets and responsibilities as from text, and each quote where its block says."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

import policyparse as pp
from formats import FILES, MADE, plan_of, scripts, squashed, without_places
from policyparse.model.source import Block

NEEDS = {".doc": "soffice"}
KINDS = {"paragraph", "heading", "continuation", "cell"}
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@lru_cache(maxsize=64)
def parsed(file: Path) -> pp.PolicyDocument:
    program = NEEDS.get(file.suffix)
    if program is not None and shutil.which(program) is None:
        pytest.skip(f"{program} is not here")
    return pp.parse(file)


every_file = pytest.mark.parametrize("file", MADE, ids=[file.name for file in MADE])


def test_every_format_is_there() -> None:
    assert {file.suffix for file in MADE} == {".docx", ".doc", ".html", ".mhtml", ".pdf", ".ofd"}
    assert all(file.stat().st_size < 300_000 for file in FILES.iterdir())


@every_file
def test_the_same_is_read_as_from_text(file: Path) -> None:
    wanted, found = without_places(plan_of(file)), without_places(parsed(file))
    for part, rows in wanted.items():
        assert found[part] == rows, part


@every_file
def test_the_same_letterhead_is_read_as_from_text(file: Path) -> None:
    wanted, found = plan_of(file).metadata.model_dump(), parsed(file).metadata.model_dump()
    published = found.pop("date_published")
    assert wanted.pop("date_published") is None
    assert found == wanted
    assert (published is not None) == (file.suffix in (".html", ".mhtml"))


@every_file
def test_spans_are_those_of_the_source_text(file: Path) -> None:
    document = parsed(file)
    for figure in (*document.targets, *document.figures):
        assert figure.quote == document.source_text(figure.span)


@every_file
def test_each_quote_stands_where_its_block_says(file: Path) -> None:
    document = parsed(file)
    looks = LOOKS[file.suffix](file)
    figures = [*document.targets, *document.figures]
    assert figures
    for figure in figures:
        blocks = innermost(document, figure.span)
        words = squashed("".join(looks(block) for block in blocks))
        assert squashed(without_furniture(document, figure.span)) in words, (figure.quote, blocks)


def without_furniture(document: pp.PolicyDocument, span: pp.Span) -> str:
    """The words of a place, which may go on over the number of a page."""
    around = [block.span for block in document.source.blocks if block.kind == "furniture"]
    kept = (at for at in range(span.start, span.end) if not any(place.start <= at < place.end for place in around))
    return "".join(document.text[at] for at in kept)


def innermost(document: pp.PolicyDocument, span: pp.Span) -> list[Block]:
    """The smallest blocks that together hold a place: one, or the two parts of a paragraph that a page's end cuts."""
    held = [block for block in document.source.blocks if block.kind in KINDS]
    found = [block for block in held if block.span.start < span.end and span.start < block.span.end]
    whole = min(
        (block for block in found if block.span.covers(span)),
        key=lambda block: block.span.end - block.span.start,
        default=None,
    )
    if whole is not None:
        return [whole]
    cells = [block for block in found if block.kind == "cell"]
    assert cells or found, span
    return cells or found


def word_text(file: Path) -> Callable[[Block], str]:
    """Looks a block up in the Word file by its path."""
    body = ElementTree.fromstring(zipfile.ZipFile(file).read("word/document.xml")).find(f"{WORDS}body")
    assert body is not None

    def look(block: Block) -> str:
        element = body.find("/".join(f"{WORDS}{step}" for step in (block.path or "").split("/")))
        assert element is not None, block
        return (block.label or "") + "".join(part.text or "" for part in element.iter(f"{WORDS}t"))

    return look


def page_text(file: Path) -> Callable[[Block], str]:
    """Looks a block up in the web page by its selector."""
    lexbor = pytest.importorskip("selectolax.lexbor")
    tree = lexbor.LexborHTMLParser(file.read_bytes().decode("gb18030"))

    def look(block: Block) -> str:
        (node,) = tree.css(block.path)
        return str(node.text())

    return look


def printed_text(file: Path) -> Callable[[Block], str]:
    """Looks a block up on its page by its box."""
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(file)

    def look(block: Block) -> str:
        assert block.page is not None
        assert block.box is not None
        left, low, right, high = block.box
        return str(document[block.page - 1].get_textpage().get_text_bounded(left - 1, low - 1, right + 1, high + 1))

    return look


def ofd_text(file: Path) -> Callable[[Block], str]:
    """Looks a block up on its page by its box."""
    ofdkit = pytest.importorskip("ofdkit")
    document = ofdkit.open(file.read_bytes())

    def look(block: Block) -> str:
        assert block.page is not None
        assert block.box is not None
        left, low, right, high = (edge * 25.4 / 72 for edge in block.box)
        page = document.pages[block.page - 1]
        runs = [
            run for run in page.runs if left - 1 <= run.x <= right + 1 and low - 1 <= page.height - run.y <= high + 1
        ]
        return "".join(run.text for run in sorted(runs, key=lambda run: (run.y, run.x)))

    return look


def anywhere(file: Path) -> Callable[[Block], str]:
    """A place in a file that was made of this one on the way."""
    document = parsed(file)
    return lambda block: document.source_text(block.span)


LOOKS: dict[str, Callable[[Path], Callable[[Block], str]]] = {
    ".docx": word_text, ".html": page_text, ".pdf": printed_text, ".ofd": ofd_text, ".doc": anywhere, ".mhtml": anywhere,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", ["five-year-plan", "qingxi-district"])
def test_the_same_is_read_from_what_a_browser_prints(name: str, tmp_path: Path) -> None:
    pytest.importorskip("playwright")
    scripts()
    make = pytest.importorskip("make_files")
    if not any(shutil.which(program) for program in make.CHROMIUM):
        pytest.skip("Chromium is not here")
    printed = tmp_path / f"{name}.pdf"
    make.browse(FILES / f"{name}.html", printed)
    wanted, found = without_places(plan_of(printed)), without_places(pp.parse(printed))
    assert found["targets"] == wanted["targets"]
    assert found["responsibilities"] == wanted["responsibilities"]
    assert [row[:6] for row in found["clauses"]] == [row[:6] for row in wanted["clauses"]]


@pytest.mark.slow
def test_a_scan_is_read_and_marked() -> None:
    pytest.importorskip("rapidocr")
    (file,) = FILES.glob("*.scan.pdf")
    document = pp.parse(file)
    whole = pp.parse(FILES / file.name.replace(".scan", ""))
    page = next(block for block in whole.source.blocks if block.kind == "page" and block.page == 3)
    inside = [figure for figure in whole.targets if page.span.covers(figure.span)]
    assert [block.kind for block in document.source.blocks if block.kind == "recognised"] == ["recognised"]
    assert len(inside) > 8
    found = {(figure.value, figure.unit) for figure in document.targets}
    assert len([figure for figure in inside if (figure.value, figure.unit) in found]) >= 0.8 * len(inside)


def test_pages_and_packages_are_what_the_scripts_make(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    scripts()
    make = pytest.importorskip("make_files")
    for name in make.PLANS:
        parts = make.read_plan(name)
        make.write_html(parts, tmp_path / "page.html", make.facts(name))
        make.write_ofd(parts, tmp_path / "package.ofd", make.facts(name)["title"])
        assert (tmp_path / "page.html").read_bytes() == (FILES / f"{name}.html").read_bytes()
        with zipfile.ZipFile(tmp_path / "package.ofd") as made, zipfile.ZipFile(FILES / f"{name}.ofd") as kept:
            assert {entry: made.read(entry) for entry in made.namelist()} == {
                entry: kept.read(entry) for entry in kept.namelist()
            }


def test_no_file_tells_where_it_was_made() -> None:
    assert not [file.name for file in MADE if b"file:/" in file.read_bytes()]
