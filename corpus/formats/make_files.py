"""Make the plans of the corpus in the formats that offices keep them in, with the tools that offices use.

    python corpus/formats/make_files.py [NAME ...]

Word files are written by python-docx, with Word's own numbers, and tables where the text has tables. LibreOffice prints
them to PDF and saves one as an old Word file. Web pages are written in GB 18030, as sites serve them; Chromium saves
one as MHTML. OFD packages are written directly. A scan is a printed page as a picture, a little askew.

Needs python-docx, Pillow, pypdfium2 and playwright, LibreOffice (``soffice``), Chromium, and the fonts Noto CJK.
Everything goes to ``corpus/formats/files`` (what Chromium prints is too large to keep; a test makes it); run it after a change of a text or of these scripts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from ofd import write_ofd
from page import write_html
from plan import read_plan
from word import write_docx

HERE = Path(__file__).resolve().parent
FILES = HERE / "files"
REGISTRY = HERE.parent / "registry.toml"
PLANS = ("yunzhou-city", "linhe-county", "shiqiao-county", "qingxi-district", "five-year-plan")
OLD_WORD = "linhe-county"
SAVED, SCANNED = "qingxi-district", "yunzhou-city"
HEAD = {"shiqiao-county": "石桥县养老服务提质增效三年行动计划"}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SCAN_PAGE, SCAN_RESOLUTION, SCAN_ANGLE = 2, 120, 0.3


def facts(name: str) -> dict[str, str]:
    """What a page says about a plan."""
    rows = tomllib.loads(REGISTRY.read_text("utf-8"))["document"]
    row = next(row for row in rows if row["name"] == name)
    return {
        "title": row["title"], "issuer": row["issuer"], "published": str(row["date"]), "index": str(PLANS.index(name) + 1)
    }  # fmt: skip


def convert(files: list[Path], target: str, folder: Path) -> None:
    """Let LibreOffice convert files."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", "--headless", f"-env:UserInstallation={Path(profile).as_uri()}", "--convert-to", target]
        subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True)


def browse(page: Path, place: Path) -> None:
    """Let Chromium print a page to PDF, with its own head and foot, or save it as MHTML, by the suffix of `place`."""
    from playwright.sync_api import sync_playwright

    program = next(found for name in CHROMIUM if (found := shutil.which(name)))
    margins = {"top": "25mm", "bottom": "25mm", "left": "20mm", "right": "20mm"}
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=program)
        tab = browser.new_page()
        # the address is part of what is saved or printed, and that of a file is this machine's
        address = f"https://plans.example/{page.name}"
        tab.route(address, lambda route: route.fulfill(path=page, content_type="text/html"))
        tab.goto(address)
        if place.suffix == ".pdf":
            tab.pdf(path=str(place), format="A4", margin=margins, display_header_footer=True)
        else:
            saved = tab.context.new_cdp_session(tab).send("Page.captureSnapshot", {"format": "mhtml"})
            place.write_text(saved["data"], "utf-8", newline="")
        browser.close()


def scan(pdf: Path, place: Path) -> None:
    """A page of a PDF as a grey picture in a PDF of its own."""
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[SCAN_PAGE]
    picture = page.render(scale=SCAN_RESOLUTION / 72).to_pil().convert("L").rotate(SCAN_ANGLE, fillcolor=255)
    picture.save(place, resolution=SCAN_RESOLUTION, quality=60)


def main() -> None:
    """Make all files, or those of the plans that are named."""
    names = tuple(sys.argv[1:]) or PLANS
    FILES.mkdir(exist_ok=True)
    for name in names:
        parts = read_plan(name)
        write_docx(parts, FILES / f"{name}.docx", HEAD.get(name))
        write_html(parts, FILES / f"{name}.html", facts(name))
        write_ofd(parts, FILES / f"{name}.ofd", facts(name)["title"])
    convert([FILES / f"{name}.docx" for name in names], "pdf", FILES)
    if OLD_WORD in names:
        convert([FILES / f"{OLD_WORD}.docx"], "doc", FILES)
    if SAVED in names:
        browse(FILES / f"{SAVED}.html", FILES / f"{SAVED}.mhtml")
    if SCANNED in names:
        scan(FILES / f"{SCANNED}.pdf", FILES / f"{SCANNED}.scan.pdf")


if __name__ == "__main__":
    main()
