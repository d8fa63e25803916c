"""OFD files: text, lines and tables at their places, and what hostile packages may do."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

import policyparse as pp
from policyparse.model.source import Block, Source
from policyparse.read import ocr, read
from policyparse.read.pages.glyphs import Page, spread
from word_files import package

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
A4 = "0 0 210 297"


def ofd(*pages: str, media: dict[str, bytes] | None = None) -> bytes:
    """A package of pages, each of the objects of its layer; `media` are files by the numbers of their resources."""
    listed = "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(pages)))
    files = {
        "OFD.xml": f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocInfo><ofd:Title>方案</ofd:Title></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{A4}</ofd:PhysicalBox>"
        "</ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        "Doc_0/Res.xml": f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:MultiMedias>{_listed(media or {})}</ofd:MultiMedias></ofd:Res>',
        **{f"Doc_0/Res/{number}.png": content for number, content in (media or {}).items()},
        **{
            f"Doc_0/Pages/{n}.xml": f"<ofd:Page {SPACE}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
            for n, objects in enumerate(pages)
        },
    }
    return package(files)


def _listed(media: dict[str, bytes]) -> str:
    return "".join(
        f'<ofd:MultiMedia ID="{number}" Type="Image"><ofd:MediaFile>{number}.png</ofd:MediaFile></ofd:MultiMedia>'
        for number in media
    )


def text(words: str, x: float, y: float, size: float = 5.6, more: str = "") -> str:
    deltas = " ".join(f"{size if not character.isascii() else size / 2}" for character in words[:-1])
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 150 8" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{deltas}">{words}</ofd:TextCode></ofd:TextObject>'
    )


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    box = f"{x0} {y0} {max(x1 - x0, 0.1)} {max(y1 - y0, 0.1)}"
    return f'<ofd:PathObject ID="2" Boundary="{box}"><ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>'


def of_kind(source: Source, kind: str) -> list[Block]:
    return [block for block in source.blocks if block.kind == kind]


def test_text_of_pages_with_its_places() -> None:
    source = read(ofd(text("一、总体目标", 30, 40), text("二、保障措施", 30, 40)), name="方案.ofd")
    assert source.text == "一、总体目标\n二、保障措施\n"
    assert (source.media_type, source.properties) == ("application/ofd", (("ofd:title", "方案"),))
    first, second = of_kind(source, "paragraph")
    assert (first.page, second.page) == (1, 2)
    assert first.box == pytest.approx((85.0, 710.9, 180.3, 726.8), abs=1.5)


def test_lines_of_a_paragraph_belong_together() -> None:
    lines = [
        "到2027年，农村自来水普及率达到96%以上，供水管网漏",
        "损率控制在9%以内。",
        "完善水价形成机制，落实管护经费，推进城乡供水一体化",
        "。",
    ]
    places = [(41.2, 40), (30, 50), (41.2, 60), (30, 70)]
    source = read(ofd("".join(text(words, x, y) for words, (x, y) in zip(lines, places, strict=True))))
    found = [block.span.of(source.text).replace("\n", "") for block in of_kind(source, "paragraph")]
    assert found == ["".join(lines[:2]), "".join(lines[2:])]


def test_lines_make_a_table_whatever_draws_them() -> None:
    columns, rows = [30, 60, 100, 140], [40, 50, 60]
    rules = "".join(line(x, 40, x, 60) for x in columns) + "".join(line(30, y, 140, y) for y in rows[1:])
    bar = '<ofd:PathObject Boundary="30 39.9 110 0.2" Fill="true"><ofd:AbbreviatedData>M 0 0 L 110 0 L 110 0.2 L 0 0.2 C</ofd:AbbreviatedData></ofd:PathObject>'
    heads = "".join(text(words, x + 1, 42, 4) for words, x in zip(["指标", "单位", "2027年"], columns, strict=False))
    cells = "".join(text(words, x + 1, 52, 4) for words, x in zip(["新建水厂", "座", "12"], columns, strict=False))
    source = read(ofd(rules + bar + heads + cells))
    found = [(c.span.of(source.text), c.row, c.column) for c in of_kind(source, "cell")]
    assert found == [("指标", 0, 0), ("单位", 0, 1), ("2027年", 0, 2), ("新建水厂", 1, 0), ("座", 1, 1), ("12", 1, 2)]
    assert [(f.value, f.unit, f.deadline) for f in pp.parse(ofd(rules + bar + heads + cells)).targets] == [
        (12, "座", 2027)
    ]


def test_a_transformation_moves_lines_and_text() -> None:
    moved = '<ofd:PathObject Boundary="10 10 100 100" CTM="2 0 0 2 5 5"><ofd:AbbreviatedData>M 0 0 L 20 0 Q 1 1 2 2 M 0 0 B 1 1 2 2 3 3 L x</ofd:AbbreviatedData></ofd:PathObject>'
    assert read(ofd(moved + text("一、总体目标", 30, 40, more='CTM="1 0 0 1 3 0"'))).text == "一、总体目标\n"


def test_a_page_that_is_a_picture_is_told() -> None:
    source = read(ofd(text("一、总体目标", 30, 40), '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="9"/>'))
    (block,) = of_kind(source, "image")
    assert block.page == 2


def test_a_page_that_is_a_picture_is_read_by_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    pillow = pytest.importorskip("PIL.Image")
    pytest.importorskip("numpy")

    def recognise(pictures: Iterable[tuple[Page, Any]], name: str | None) -> Iterator[Page]:
        for page, picture in pictures:
            assert picture.shape == (40, 20, 3)
            glyphs = list(spread("二、保障措施", (0.0, 96.0), page.height - 16, (page.height - 18, page.height - 2)))
            yield Page(page.number, page.width, page.height, glyphs, pictured=True, recognised=True)

    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "recognise", recognise)
    png = io.BytesIO()
    pillow.new("L", (20, 40), 255).save(png, "PNG")
    pictures = [f'<ofd:ImageObject ID="3" Boundary="20 50 150 200" ResourceID="{number}"/>' for number in (9, 8, 7)]
    media = {"9": png.getvalue(), "8": b"no picture"}  # and 7 is not there
    source = read(ofd(text("一、总体目标", 30, 40), *pictures, media=media))
    assert source.text == "一、总体目标\n二、保障措施\n"
    (block,) = of_kind(source, "recognised")
    assert block.page == 2
    assert [block.page for block in of_kind(source, "image")] == [3, 4]
    words = next(block for block in of_kind(source, "paragraph") if block.page == 2)
    assert words.box is not None
    assert words.box[0] == pytest.approx(20 * 72 / 25.4, abs=0.1)
    assert words.box[3] == pytest.approx((297 - 50) * 72 / 25.4 - 2, abs=0.1)


def bad(content: bytes) -> pp.ReadError:
    with pytest.raises(pp.ReadError) as caught:
        read(content, name="坏.ofd")
    assert caught.value.cure["zh"]
    return caught.value


def test_damaged_packages_are_refused() -> None:
    assert "OFD" in bad(package({"OFD.xml": "<ofd:OFD"})).message["en"]
    assert "OFD" in bad(package({"OFD.xml": f"<ofd:OFD {SPACE}/>"})).message["en"]
    assert "no pages" in bad(ofd()).message["en"]
    assert "OFD" in bad(ofd("<unclosed")).message["en"]
    assert "OFD file is damaged" in bad(ofd(text("甲" * 5000, 30, 40))[:-200]).message["en"]


def test_entities_and_bombs_are_refused() -> None:
    declared = '<!DOCTYPE x [<!ENTITY a "甲">]>' + f"<ofd:OFD {SPACE}/>"
    assert bad(package({"OFD.xml": declared}))
    assert "too large" in bad(package({"OFD.xml": b" " * 200_000_000})).message["en"]


def test_places_out_of_the_package_are_not_followed() -> None:
    listed = '<ofd:Page ID="1" BaseLoc="../../../etc/passwd"/><ofd:Page ID="2" BaseLoc="/Doc_0/Pages/0.xml"/>'
    document = f"<ofd:Document {SPACE}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    files = {
        "OFD.xml": f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    }
    page = f"<ofd:Page {SPACE}><ofd:Content><ofd:Layer>{text('甲事项', 30, 40)}</ofd:Layer></ofd:Content></ofd:Page>"
    assert read(package({**files, "Doc_0/Document.xml": document, "Doc_0/Pages/0.xml": page})).text == "甲事项\n"


def test_many_objects_take_time_by_their_number() -> None:
    objects = "".join(line(10 + n % 190, 10 + n // 190, 11 + n % 190, 10 + n // 190) for n in range(20_000))
    start = time.process_time()
    assert read(ofd(objects + text("甲事项", 30, 40))).text == "甲事项\n"
    assert time.process_time() - start < 10


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ofdkit", None)
    with pytest.raises(pp.MissingExtra, match=r"policyparse\[ofd\]"):
        read(ofd(text("甲", 30, 40)))


def test_a_package_of_another_kind_is_not_taken_for_it() -> None:
    assert zipfile.is_zipfile(io.BytesIO(ofd("")))
    with pytest.raises(pp.ReadError, match="ZIP"):
        read(package({"a.txt": "甲"}))
