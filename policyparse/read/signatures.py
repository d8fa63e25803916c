"""Known file formats that are no text, by their first bytes: what cannot be read is at least named."""

from __future__ import annotations

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (docx, xlsx, ofd …)"),
    (b"PK\x05\x06", "ZIP (docx, xlsx, ofd …)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office 97–2003 (doc, xls, ppt) / WPS"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
    (b"AT&TFORM", "DjVu"),
    (b"HN \x00", "CAJ"),
    (b"CAJ\x00", "CAJ"),
    (b"KDH ", "KDH"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "Windows executable"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"PAR1", "Parquet"),
)
_SURE_LENGTH = 4


def known_format(content: bytes) -> str | None:
    """The name of the binary format that `content` begins like, or None.

    A signature of fewer than four bytes also begins texts; it counts only where a NUL follows within 64 bytes.
    """
    for signature, name in _SIGNATURES:
        if content.startswith(signature) and (len(signature) >= _SURE_LENGTH or b"\x00" in content[:64]):
            return name
    return None
