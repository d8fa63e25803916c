"""Make the notebooks anew: ``python notebooks/make.py`` runs all of them and keeps their outputs.

The sources are the files in ``sources/``: plain Python, in which ``# %% [markdown]`` begins a cell of text and ``# %%``
one of code. A notebook is never edited by hand. ``python notebooks/make.py --check`` runs them and changes nothing; it
fails where what a notebook holds is not what its source gives today.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
KEPT = ("text/html", "image/svg+xml", "text/plain")
"""What is kept of an output: the first of these that it has, so that a notebook is readable everywhere and stays small."""
LARGEST = 120_000
"""Characters of one output at most."""


def source_cells(source: str) -> list[Any]:
    """The cells of a source file."""
    cells = []
    for number, part in enumerate(re.split(r"(?m)^# %%", source)[1:]):
        head, _, body = part.partition("\n")
        if head.strip() == "[markdown]":
            text = "\n".join(line.removeprefix("#").removeprefix(" ") for line in body.strip().splitlines())
            cell = new_markdown_cell(text)
        else:
            cell = new_code_cell(body.strip())
        cell["id"] = f"cell-{number:02}"
        cells.append(cell)
    return cells


def run(source: Path) -> Any:
    """The notebook of a source, executed. An error in a cell is an error here."""
    notebook = new_notebook(cells=source_cells(source.read_text("utf-8")))
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    os.environ["PYTHONPATH"] = str(ROOT)  # the kernel runs this checkout
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(HERE)}}).execute()
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"], "language_info": {"name": "python"}}
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = [tidy(output) for output in cell.outputs]
    return notebook


def tidy(output: Any) -> Any:
    """An output with the best of its forms only; raises `ValueError` where it is too large or names a folder of here."""
    if "data" in output:
        kind = next(kind for kind in KEPT if kind in output["data"])
        output["data"], output["metadata"] = {kind: output["data"][kind]}, {}
    text = json.dumps(output, ensure_ascii=False)
    if str(ROOT) in text or str(Path.home()) in text:
        raise ValueError(f"an output names a folder of this machine: {text[:200]}")
    if len(text) > LARGEST:
        raise ValueError(f"an output has {len(text):,} characters, more than {LARGEST:,}: {text[:200]}")
    return output


def told(notebook: Any) -> list[Any]:
    """What must be the same on every machine: sources and outputs, but for pictures, whose layout is that of its fonts."""
    return [
        (cell.cell_type, cell.source, [_without_pictures(output) for output in cell.get("outputs", ())])
        for cell in notebook.cells
    ]


def _without_pictures(output: Any) -> Any:
    data = {kind: "" if kind == "image/svg+xml" else "".join(value) for kind, value in output.get("data", {}).items()}
    return output.output_type, "".join(output.get("text", "")), data


def sources() -> list[Path]:
    """The source files, in their order."""
    return sorted((HERE / "sources").glob("[0-9]*.py"))


def notebook_of(source: Path) -> Path:
    """Where the notebook of a source stands."""
    return HERE / f"{source.stem}.ipynb"


def main(arguments: list[str]) -> int:
    """Makes or checks all notebooks, or those whose names begin as told."""
    check = "--check" in arguments
    chosen = [argument for argument in arguments if argument != "--check"]
    stale = 0
    for source in sources():
        if chosen and not source.stem.startswith(tuple(chosen)):
            continue
        made, file = run(source), notebook_of(source)
        if not check:
            nbformat.write(made, file)
        elif not file.is_file() or told(nbformat.read(file, as_version=4)) != told(made):
            stale += 1
            sys.stderr.write(f"{file.name} is not what its source gives: run python notebooks/make.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
