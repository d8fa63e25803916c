"""Old Word files (.doc), WPS files (.wps) and RTF: LibreOffice turns them into DOCX, where it is installed.

LibreOffice runs without a window, with a profile of its own that is thrown away, macros and links to other files
switched off, in a folder of its own, and not longer than two minutes.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from policyparse.errors import ReadError
from policyparse.model.source import Source
from policyparse.read.format import Format
from policyparse.read.obstacles import damaged, encrypted, too_large
from policyparse.read.word.docx import read_docx

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF_MARK = b"{\\rtf"
MEDIA_TYPES = {"doc": "application/msword", "wps": "application/vnd.ms-works", "rtf": "application/rtf"}
SECONDS = 120
LARGEST = 200 * 1024 * 1024
_FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format"}
"""Without its filter LibreOffice takes a damaged file for plain text."""
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SAFE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


def read_legacy(content: bytes, name: str | None = None) -> Source:
    """An old Word, WPS or RTF file as a `Source`; paths of blocks are those of the DOCX that was made of it.

    Raises `ReadError` where the file is no text document, is encrypted or damaged, or LibreOffice is not there.
    """
    kind = _kind(content, name)
    if kind is None:
        raise ReadError(
            name=name, zh="这是 Office 文件，但不是文字文稿", en="this is an Office file, but no text document",
            cure_zh="请给出 Word 或 WPS 文字文稿", cure_en="give a Word or WPS Writer document",
        )  # fmt: skip
    if len(content) > LARGEST:
        raise too_large(kind, f"{len(content) >> 20} MB", f"{len(content) >> 20} MB", name)
    source = read_docx(_converted(content, kind, name), name)
    return replace(source, media_type=MEDIA_TYPES[kind], sha256=sha256(content).hexdigest())


def office_program() -> str | None:
    """Where LibreOffice is, or None."""
    found = next((place for program in _PROGRAMS if (place := shutil.which(program))), None)
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def _kind(content: bytes, name: str | None) -> str | None:
    """doc, wps or rtf; None for a spreadsheet and the like. Streams are named in UTF-16 in an OLE file's directory."""
    if content.startswith(RTF_MARK):
        return "rtf"
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise encrypted("Office", name)
    if "WordDocument".encode("utf-16-le") not in content:
        return None
    return "wps" if name and name.lower().endswith((".wps", ".wpt")) else "doc"


def _converted(content: bytes, kind: str, name: str | None) -> bytes:
    program = office_program()
    if program is None:
        raise ReadError(
            name=name, zh=f"读取 .{kind} 文件需要 LibreOffice，本机没有安装",
            en=f".{kind} files are read through LibreOffice, which is not installed",
            cure_zh="请安装 LibreOffice，或用 Word、WPS 另存为 .docx 后再试",
            cure_en="install LibreOffice, or save the file as .docx with Word or WPS",
        )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="policyparse-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SAFE, "utf-8")
        given = folder / f"document.{'doc' if kind == 'wps' else kind}"
        given.write_bytes(content)
        finished = _run([program, f"--infilter={_FILTERS[given.suffix]}"], folder, given)
        result = folder / "document.docx"
        if not result.exists():
            why = "LibreOffice gave no result" if finished else f"LibreOffice took more than {SECONDS} seconds"
            raise damaged(kind.upper(), why, name)
        return result.read_bytes()


def _run(program: list[str], folder: Path, given: Path) -> bool:
    """Let LibreOffice convert a file; whether it came to its end. What it started ends with it."""
    command = [
        *program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(given),
    ]  # fmt: skip
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            _end(process)
            return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the program that it runs behind its launcher."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:  # Windows ends the programs below a program only where it is told to
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        process.kill()


def _recognises(content: bytes, suffix: str) -> bool:
    return content.startswith((OLE_MARK, RTF_MARK))


LEGACY = Format("legacy office", _recognises, read_legacy, (".doc", ".wps", ".rtf"))
