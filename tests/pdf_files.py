"""PDF files written by hand, for tests: fonts that are not embedded, as offices use them, lines, pictures, forms."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP = 79.0, 527.0, 740.0
SIZE, LEADING = 16.0, 28.0
NO_START = "，。、；：！？）》〕”%"
NO_END = "（《〔“"


def width(text: str) -> float:
    """In em."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def set_lines(text: str, room: float, first: float = 0.0) -> list[str]:
    """The lines of a paragraph; `room` and the indent of the `first` one are in em."""
    lines, line, used = [], "", first
    for character in text:
        if line and used + width(character) > room and character not in NO_START and line[-1] not in NO_END:
            lines.append(line)
            line, used = "", 0.0
        line += character
        used += width(character)
    return [*lines, line]


@dataclass
class Sheet:
    """A page in the making; `y` is where the next line of `paragraph` goes."""

    content: list[str] = field(default_factory=list)
    y: float = TOP
    pictures: int = 0

    def text(self, x: float, y: float, words: str, size: float = SIZE, font: str = "F1", matrix: str = "") -> None:
        """Words from a point on their baseline."""
        codec = "utf-16-be" if font == "F1" else "gbk"
        place = matrix or f"1 0 0 1 {x:.2f} {y:.2f}"
        self.content.append(f"BT /{font} {size} Tf {place} Tm <{words.encode(codec).hex()}> Tj ET")

    def paragraph(
        self, words: str, *, indent: float = 2.0, left: float = LEFT, right: float = RIGHT, size: float = SIZE
    ) -> None:
        """A paragraph in lines of its own."""
        for number, line in enumerate(set_lines(words, (right - left) / size, indent)):
            self.text(left + (indent * size if number == 0 else 0.0), self.y, line, size)
            self.y -= LEADING * size / SIZE

    def centred(self, words: str, size: float = SIZE) -> None:
        """A line in the middle."""
        self.text((LEFT + RIGHT - width(words) * size) / 2, self.y, words, size)
        self.y -= LEADING * size / SIZE

    def right(self, words: str) -> None:
        """A line at the right edge."""
        self.text(RIGHT - width(words) * SIZE, self.y, words)
        self.y -= LEADING

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A thin line."""
        self.content.append(f"0.5 w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")

    def grid(self, columns: list[float], rows: list[float], *, top: bool = True) -> None:
        """The lines of a table between these edges, from the left and from the top; maybe open at the top."""
        for y in rows if top else rows[1:]:
            self.line(columns[0], y, columns[-1], y)
        for x in columns:
            self.line(x, rows[-1], x, rows[0])

    def row(self, columns: list[float], y: float, cells: list[str], size: float = 10.0) -> None:
        """The texts of a row, each wrapped in its cell, from the baseline of the first line."""
        for left, right, words in zip(columns, columns[1:], cells, strict=False):
            for number, line in enumerate(set_lines(words, (right - left - 6) / size) if words else []):
                self.text(left + 3, y - number * size * 1.3, line, size)

    def picture(self, x: float, y: float, wide: float, high: float) -> None:
        """A grey picture."""
        self.content.append(f"q {wide} 0 0 {high} {x} {y} cm /Im1 Do Q")


def pdf(*sheets: Sheet, encrypted: bool = False, extra: str = "") -> bytes:
    """The file of these pages."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(sheets)} /Kids [{' '.join(f'{10 + 2 * n} 0 R' for n in range(len(sheets)))}] >>".encode(),
        *_font("UniGB-UCS2-H", 4),
        *_font("GBK-EUC-H", 6),
        _stream(
            bytes(range(0, 256, 4)),
            "/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        ),
        b"<< >>",
        b"<< >>",
    ]
    resources = "/Resources << /Font << /F1 3 0 R /F2 5 0 R >> /XObject << /Im1 7 0 R >> >>"
    for number, sheet in enumerate(sheets):
        head = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {resources} /Contents {11 + 2 * number} 0 R {extra} >>"
        objects += [head.encode(), _stream("\n".join(sheet.content).encode("latin-1"))]
    return _file(objects, encrypted=encrypted)


def _font(encoding: str, descendant: int) -> list[bytes]:
    return [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-{encoding} /Encoding /{encoding} /DescendantFonts [{descendant} 0 R] >>".encode(),
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        b"/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>",
    ]


def _stream(content: bytes, head: str = "") -> bytes:
    packed = zlib.compress(content)
    return f"<< {head} /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def _file(objects: list[bytes], *, encrypted: bool) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    lock = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "ab" * 32 + "> /U <" + "cd" * 32 + "> >> /ID [<00><00>]"
    )
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {lock if encrypted else ''} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
