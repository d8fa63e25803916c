"""ZIP containers of DOCX and OFD files: what is in them, and whether it is safe to unpack."""

from __future__ import annotations

import io
import zipfile

from policyparse.read.obstacles import damaged, encrypted, too_large

ZIP_MARK = b"PK\x03\x04"
MOST_ENTRIES = 20_000
MOST_BYTES = 512 * 1024 * 1024
LARGEST_RATIO = 250
"""Office files shrink to a tenth or less; only a bomb shrinks to less than a two hundred and fiftieth."""
SMALL = 8 * 1024 * 1024
_MB = 1024 * 1024
_ENCRYPTED = 0x1


def entries(content: bytes) -> frozenset[str]:
    """The names in a ZIP container; none where it cannot be opened. Only its directory is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            return frozenset(container.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return frozenset()


def check(content: bytes, kind: str, name: str | None, *, most_xml: int) -> None:
    """Raise `ReadError` where the container is damaged, encrypted, or would unpack to more than is safe.

    `most_xml` is how many bytes its XML parts may have together.

    What is checked is what its directory claims. `zipfile` never unpacks more of an entry than is claimed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            infos = container.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise damaged(kind, error, name) from error
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise encrypted(kind, name)
    whole = sum(info.file_size for info in infos)
    xml = sum(info.file_size for info in infos if info.filename.lower().endswith((".xml", ".rels")))
    if len(infos) > MOST_ENTRIES:
        raise too_large(kind, f"内含 {len(infos)} 个条目", f"it holds {len(infos)} entries", name)
    if whole > MOST_BYTES or xml > most_xml:
        raise too_large(kind, f"展开后 {whole // _MB} MB", f"it unpacks to {whole // _MB} MB", name)
    if whole > SMALL and whole > LARGEST_RATIO * len(content):
        raise too_large(kind, "压缩比异常", "it is packed like a ZIP bomb", name)
