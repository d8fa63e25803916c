"""Without the optional packages the rest works, and each thing that wants one names the extra that brings it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

MODULES = {
    "selectolax": "selectolax", "pypdfium2": "pypdfium2", "pdfplumber": "pdfplumber", "python-docx": "docx",
    "ofdkit": "ofdkit", "rapidocr": "rapidocr", "onnxruntime": "onnxruntime", "xlsxwriter": "xlsxwriter",
    "jinja2": "jinja2", "pandas": "pandas", "pyarrow": "pyarrow", "polars": "polars",
}  # fmt: skip
"""What is imported of each optional package."""
BROUGHT = ("markupsafe", "lxml", "PIL")
"""What these packages bring along and nobody else does."""
FOR_PEOPLE = ("notebook", "docs", "all", "dev")
"""Extras that no code of the package asks for."""
FILES = "corpus/formats/files/"
WANTING = [
    ("html", f"pp.parse('{FILES}linhe-county.html')"),
    ("html", f"pp.parse('{FILES}qingxi-district.mhtml')"),
    ("pdf", f"pp.parse('{FILES}linhe-county.pdf')"),
    ("ofd", f"pp.parse('{FILES}linhe-county.ofd')"),
    ("ocr", "pp.parse(b'\\x89PNG\\r\\n\\x1a\\n' + b'\\0' * 100)"),
    ("excel", "pp.save(plan, folder / 'a.xlsx')"),
    ("docx", "pp.save(plan, folder / 'a.docx')"),
    ("report", "pp.save(plan, folder / 'a.html')"),
    ("report", "pp.save(pp.compare(plan, plan), folder / 'a.html')"),
    ("frames", "pp.to_frame(plan)"),
    ("frames", "pp.to_frame(plan, backend='polars')"),
]
START = """
import sys
from pathlib import Path
sys.modules.update(dict.fromkeys({blocked!r}))
import policyparse as pp
plan, folder = pp.corpus.load("linhe-county"), Path({folder!r})
"""
REFUSED = """
try:
    {code}
except pp.MissingExtra as error:
    print(error)
"""
DONE = f"""
assert pp.parse("{FILES}linhe-county.docx").targets
assert len(pp.compare(plan, pp.corpus.load("yunzhou-city")).targets) > 40
assert pp.repair(pp.check(pp.corpus.load("article"))).steps
assert pp.mining.keywords([plan], 3)
for suffix in ("json", "csv", "md"):
    pp.save(plan, folder / f"a.{{suffix}}")
"""


def told(code: str, root: Path, folder: Path) -> str:
    """What a Python without the optional packages prints."""
    start = START.format(blocked=(*MODULES.values(), *BROUGHT), folder=str(folder))
    done = subprocess.run(
        [sys.executable, "-c", start + code], cwd=root, capture_output=True, text=True, check=False, env={"PATH": "", "HOME": str(folder)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(("extra", "code"), WANTING)
def test_what_wants_a_package_names_its_extra(extra: str, code: str, root: Path, tmp_path: Path) -> None:
    words = told(REFUSED.format(code=code), root, tmp_path)
    assert re.findall(r"policyparse\[(\w+)\]", words) == [extra]


def test_the_rest_works_and_says_nothing(root: Path, tmp_path: Path) -> None:
    assert told(DONE, root, tmp_path) == ""


def test_every_optional_package_is_tried(root: Path) -> None:
    extras = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    packages = {
        re.split(r"[<>=~\[]", wanted)[0] for extra, of in extras.items() if extra not in FOR_PEOPLE for wanted in of
    }
    assert packages == set(MODULES)
    assert {extra for extra, _ in WANTING} == set(extras) - set(FOR_PEOPLE)
