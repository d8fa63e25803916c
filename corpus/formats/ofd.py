"""Plans as OFD files (GB/T 33190-2016): a minimal package with one layer of text and lines a page."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from plan import Part, Table

PAGE = (210.0, 297.0)
LEFT, RIGHT, TOP, BOTTOM = 28.0, 182.0, 37.0, 262.0
SIZE, LEADING = 5.5, 9.9
CELL_SIZE, CELL_LEADING, PADDING = 3.5, 5.0, 1.5
NO_START = "，。、；：！？）》〉〕」』】…—%％,;:!?)"
NO_END = "（《〈〔「『【("
NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
PATHS = ' LineWidth="0.2" Stroke="true"'


@dataclass
class Sheet:
    """The objects of one page in the making."""

    objects: list[str] = field(default_factory=list)

    def text(self, words: str, x: float, y: float, size: float) -> None:
        """Words whose baseline begins at a point, each character as wide as usual."""
        widths = [width(character) * size for character in words]
        deltas = " ".join(f"{each:.3f}" for each in widths[:-1])
        whole = sum(widths)
        self.objects.append(
            f'<ofd:TextObject ID="{{id}}" Boundary="{x:.3f} {y - size:.3f} {whole:.3f} {1.3 * size:.3f}" Font="1" Size="{size}">'
            f'<ofd:TextCode X="0" Y="{size:.3f}" DeltaX="{deltas}">{escape(words)}</ofd:TextCode></ofd:TextObject>'
        )

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A straight line."""
        box = f"{x0:.3f} {y0:.3f} {max(x1 - x0, 0.2):.3f} {max(y1 - y0, 0.2):.3f}"
        self.objects.append(
            f'<ofd:PathObject ID="{{id}}" Boundary="{box}"{PATHS}>'
            f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0:.3f} {y1 - y0:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
        )


class Book:
    """Sets parts on pages of 22 lines of 28 characters, as GB/T 9704 has them."""

    def __init__(self) -> None:
        self.sheets = [Sheet()]
        self.y = TOP

    def add(self, part: Part) -> None:
        """Set a paragraph or a table."""
        if isinstance(part, Table):
            self._table(part)
            return
        words = (part.label.words if part.label else "") + part.text
        if part.label and part.label.style in ("chapter", "section"):
            words = f"{part.label.words}　{part.text}"
        indent = 2 * SIZE if part.place == "body" and words else 0.0
        for number, line in enumerate(wrapped(words, RIGHT - LEFT, indent, SIZE)):
            whole = sum(map(width, line)) * SIZE
            start = {"center": (LEFT + RIGHT - whole) / 2, "right": RIGHT - whole}.get(part.place, LEFT)
            self._room(LEADING)
            if line:
                self.sheets[-1].text(line, start + (indent if number == 0 else 0.0), self.y + SIZE, SIZE)
            self.y += LEADING

    def _room(self, height: float) -> None:
        if self.y + height > BOTTOM:
            self.sheets.append(Sheet())
            self.y = TOP

    def _table(self, part: Table) -> None:
        across = (RIGHT - LEFT) / part.columns
        rows = [self._cell_lines(part, row, across) for row in range(part.rows)]
        heights = [max(map(len, cells.values()), default=1) * CELL_LEADING + 2 * PADDING for cells in rows]
        spans = {(cell.row, cell.column): cell.row_span for cell in part.cells}
        covered: set[int] = set()
        left = dict.fromkeys(range(part.columns), 0)
        for row, cells in enumerate(rows):
            self._room(heights[row])
            sheet, top, bottom = self.sheets[-1], self.y, self.y + heights[row]
            fresh = top == TOP
            for column in range(part.columns):
                x = LEFT + column * across
                covered = {at for at, rest in left.items() if rest > 0}
                if column not in covered or row == 0 or fresh:
                    sheet.line(x, top, x + across, top)
                sheet.line(x, top, x, bottom)
                for number, line in enumerate(cells.get(column, [])):
                    sheet.text(line, x + PADDING, top + PADDING + CELL_SIZE + number * CELL_LEADING, CELL_SIZE)
                left[column] = max(left[column], spans.get((row, column), 1)) - 1
            sheet.line(RIGHT, top, RIGHT, bottom)
            self.y = bottom
            if row + 1 == part.rows or bottom + heights[row + 1] > BOTTOM:
                sheet.line(LEFT, bottom, RIGHT, bottom)
        self.y += LEADING / 2

    def _cell_lines(self, part: Table, row: int, across: float) -> dict[int, list[str]]:
        room = across - 2 * PADDING
        return {cell.column: list(wrapped(cell.text, room, 0.0, CELL_SIZE)) for cell in part.cells if cell.row == row}


def width(character: str) -> float:
    """In em."""
    return 0.5 if character.isascii() else 1.0


def wrapped(words: str, room: float, indent: float, size: float) -> Iterator[str]:
    """The lines of a paragraph, of which none begins with a closing mark or ends with an opening one."""
    line, used = "", indent
    for character in words:
        used += width(character) * size
        if used > room + 0.01 and line:
            cut = len(line)
            while cut > 1 and ((line + character)[cut] in NO_START or line[cut - 1] in NO_END):
                cut -= 1
            yield line[:cut]
            line = line[cut:]
            used = sum(map(width, line + character)) * size
        line += character
    yield line


def write_ofd(parts: list[Part], place: Path, title: str) -> None:
    """Write `parts` to an OFD file with page numbers between dashes."""
    book = Book()
    for part in parts:
        book.add(part)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as package:

        def put(name: str, words: str) -> None:
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            package.writestr(info, HEAD + words, zipfile.ZIP_DEFLATED)

        put(
            "OFD.xml",
            f'<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>00000000000000000000000000000001</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        )
        pages = "".join(
            f'<ofd:Page ID="{100 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(book.sheets))
        )
        put(
            "Doc_0/Document.xml",
            f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 {PAGE[0]} {PAGE[1]}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
        )
        put(
            "Doc_0/PublicRes.xml",
            f'<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="仿宋" FamilyName="仿宋"/></ofd:Fonts></ofd:Res>',
        )
        for number, sheet in enumerate(book.sheets):
            mark = f"— {number + 1} —"
            sheet.text(mark, (PAGE[0] - sum(map(width, mark)) * 4.9) / 2, 275.0, 4.9)
            objects = "".join(
                words.replace("{id}", str(1000 * (number + 1) + n), 1) for n, words in enumerate(sheet.objects)
            )
            put(
                f"Doc_0/Pages/Page_{number}/Content.xml",
                f'<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer ID="{200 + number}">{objects}</ofd:Layer></ofd:Content></ofd:Page>',
            )
