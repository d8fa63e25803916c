"""What `import policyparse` offers, and what it costs."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import policyparse as pp
from sample import document

HEAVY = (
    "jieba", "opencc", "sklearn", "numpy", "pandas", "polars", "pyarrow", "altair", "IPython", "rich", "typer",
    "multiprocessing.pool",
)  # fmt: skip
MODULES = {"corpus", "display", "mining"}
"""What the front door offers whole."""


def test_all_is_sorted_and_complete() -> None:
    assert pp.__all__ == sorted(pp.__all__)
    public = {name for name in dir(pp) if not name.startswith("_") and not _is_module(getattr(pp, name))}
    assert public == set(pp.__all__) - MODULES - {"__version__"}
    assert all(_is_module(getattr(pp, name)) for name in MODULES)


def test_what_is_exported_is_documented() -> None:
    for name in pp.__all__:
        if name != "__version__":
            assert getattr(pp, name).__doc__, name


def test_importing_it_loads_nothing_heavy() -> None:
    code = f"import sys, policyparse; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_verbs_stay_verbs_when_the_packages_of_their_names_are_loaded() -> None:
    document = pp.parse_text("一、目标\n到2027年，再生水利用率达到35%以上。")
    for _ in range(2):
        pp.repair(pp.check(document))
        pp.compare_many(document, [document])
        assert pp.compare(document, document).similarity == 1
    for name in ("policyparse.check.engine", "policyparse.repair.plan", "policyparse.compare.many"):
        importlib.import_module(name)
    assert all(callable(getattr(pp, name)) for name in pp.__all__ if name[0].islower() and name not in MODULES)


def test_parsing_loads_nothing_heavy(root: Path) -> None:
    """No tokenizer, no converter's dictionary, no learning library is needed to parse."""
    code = f"""if True:
        import sys, policyparse as pp
        assert pp.parse_text("一、目标\\n到2027年，再生水利用率达到35%以上。").clauses
        print([name for name in {HEAVY} if name in sys.modules])"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert run.stdout.strip() == "[]"


def test_a_document_survives_its_json(tmp_path: Path) -> None:
    before = document()
    pp.save(before, tmp_path / "文档.json")
    after = pp.load(tmp_path / "文档.json")
    assert after == before
    assert after.model_dump_json() == before.model_dump_json()


def test_json_holds_the_text_only_when_asked(tmp_path: Path) -> None:
    pp.save(document(), tmp_path / "without.json")
    pp.save(document().with_text(), tmp_path / "with.json")
    with pytest.raises(pp.TextNotAtHand):
        _ = pp.load(tmp_path / "without.json").text
    assert pp.load(tmp_path / "with.json").text == document().text


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"schema_version": "9.9"}'])
def test_what_is_no_document_gives_one_clear_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    with pytest.raises(pp.ReadError, match=r"x\.json: not a document of policyparse .*; write it again"):
        pp.load(file)


def test_a_batch_survives_json_lines(tmp_path: Path) -> None:
    before = [document(), *pp.parse_many([tmp_path / "nix.txt"]), document().with_text()]
    file = tmp_path / "全部.jsonl"
    file.write_text("\n".join(row.model_dump_json() for row in before) + "\n\n", "utf-8")
    after = list(pp.load_many(file))
    assert after == before
    assert [type(row) for row in after] == [pp.PolicyDocument, pp.Failure, pp.PolicyDocument]


def test_a_line_that_is_no_document_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_bytes(document().model_dump_json().encode() + b'\n{"source": 1}\n')
    rows = pp.load_many(file)
    assert next(rows) == document()
    with pytest.raises(pp.ReadError, match=r"x\.jsonl:2: not a document of policyparse .*; write it again"):
        next(rows)


def test_a_file_that_is_not_there_gives_one_clear_error(tmp_path: Path) -> None:
    for loaded in (pp.load, lambda path: list(pp.load_many(path))):
        with pytest.raises(pp.ReadError, match=r"cannot be read .*; check the path"):
            loaded(tmp_path / "nix.json")


def test_readers_of_types_find_them() -> None:
    assert (Path(pp.__file__).parent / "py.typed").is_file()


def _is_module(value: object) -> bool:
    return type(value).__name__ in ("module", "_Feature")
