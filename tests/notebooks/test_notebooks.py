"""The notebooks run, hold what their sources give today, stay small, and name no folder of a machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

make = pytest.importorskip("make", reason="the extra notebook is not installed")

LARGEST = 200_000
NUMBERS = ("01", "02", "03", "04", "05")
SOURCES: list[Path] = make.sources()

every_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)


def test_there_are_five_in_order() -> None:
    assert tuple(source.stem[:2] for source in SOURCES) == NUMBERS
    made = sorted(file.stem for file in SOURCES[0].parent.parent.glob("*.ipynb"))
    assert made == [source.stem for source in SOURCES]


@every_source
def test_a_notebook_asks_a_question_and_holds_its_answers(source: Path) -> None:
    notebook = json.loads(make.notebook_of(source).read_text("utf-8"))
    first = "".join(notebook["cells"][0]["source"])
    assert "**Question:" in first
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert "**Answer:**" in "".join(notebook["cells"][-1]["source"])
    assert sum(bool(cell["outputs"]) for cell in code) >= 4
    assert not [output for cell in code for output in cell["outputs"] if output["output_type"] in ("error", "stream")]


@every_source
def test_a_notebook_is_small_and_names_no_folder_of_a_machine(source: Path) -> None:
    text = make.notebook_of(source).read_text("utf-8")
    assert len(text) <= LARGEST
    folders = [f"/{name}/" for name in ("home", "root", "work", "tmp", "Users")]
    assert not [folder for folder in (*folders, "C:\\\\") if folder in text]


def test_pictures_have_chinese_labels() -> None:
    text = make.notebook_of(SOURCES[4]).read_text("utf-8")
    assert "image/svg+xml" in text
    assert ">市级任务在各地的承接<" in text


@pytest.mark.slow
@every_source
def test_a_notebook_is_what_its_source_gives_today(source: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    held = nbformat.read(make.notebook_of(source), as_version=4)
    assert make.told(held) == make.told(make.run(source))


def test_what_is_too_large_or_names_a_folder_is_refused() -> None:
    for text in (str(make.ROOT), "字" * (make.LARGEST + 1)):
        with pytest.raises(ValueError, match="an output"):
            make.tidy({"output_type": "stream", "name": "stdout", "text": text})


def test_cells_are_read_from_comments() -> None:
    text, code = make.source_cells("# %% [markdown]\n# # 标题\n#\n# 一段\n\n# %%\n1 + 1\n")
    assert (text.cell_type, text.source) == ("markdown", "# 标题\n\n一段")
    assert (code.cell_type, code.source) == ("code", "1 + 1")
