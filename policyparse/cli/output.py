"""Where results go: JSON to standard output, one file, a file of lines or a folder; tables to an office file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path, PurePath

from policyparse.cli.inputs import Input, Inputs
from policyparse.cli.terminal import Terminal
from policyparse.errors import UsageError
from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure
from policyparse.report import json
from policyparse.report.save import save
from policyparse.report.wording import Language

Result = PolicyDocument | Failure
TABLES = (".xlsx", ".docx", ".md")
"""Files that hold several tables; CSV holds one, and `policyparse table` says which."""
Write = Callable[[Input, Result], None]
"""Takes the result of one file; called for each in the order of the files."""


def to_terminal(terminal: Terminal, inputs: Inputs) -> Write:
    """Standard output: one Document for one file, JSON Lines for several."""
    form = json.line if inputs.several else json.page

    def write(_: Input, result: Result) -> None:
        terminal.data(form(result))

    return write


@contextmanager
def to_path(target: str, inputs: Inputs, language: Language) -> Iterator[Write]:
    """Into ``x.json`` the Document of one file, into ``x.jsonl`` a line a file, into ``x/`` a JSON file each.

    Into ``x.html`` a page for people, of one file; into ``x.xlsx``, ``x.docx`` and ``x.md`` the office's tables of all files together, in `language`.

    A file that failed is a row among lines, and leaves no file elsewhere. Raises `UsageError` where the target does not
    fit the number of files or its form is not known.
    """
    path = Path(target)
    if target.endswith(("/", "\\")) or path.is_dir():
        yield _folder(path, inputs)
    elif path.suffix.lower() == ".jsonl":
        not_an_input(path, inputs.files)
        with path.open("wb") as file:

            def write(_: Input, result: Result) -> None:
                file.write(json.line(result))

            yield write
    elif path.suffix.lower() == ".json":
        not_an_input(path, inputs.files)
        _one_file(target, inputs)
        yield _single(path)
    elif path.suffix.lower() == ".html":
        not_an_input(path, inputs.files)
        _one_file(target, inputs)
        yield _page(path, language)
    elif path.suffix.lower() in TABLES:
        not_an_input(path, inputs.files)
        documents: list[PolicyDocument] = []
        yield _collected(documents)
        if documents:
            save(documents, path, language)
    else:
        raise UsageError(
            name=target, zh="parse 不写这种格式", en="not a form that parse writes",
            cure_zh="请用 .json（一个文件）、.jsonl（多个文件）、以 / 结尾的文件夹，或 .html、.xlsx、.docx、.md；"
            "单张表的 .csv 请用 policyparse table",
            cure_en="use .json for one file, .jsonl for several, a folder that ends with /, or .html, .xlsx, .docx, .md; "
            "for one table as .csv use policyparse table",
        )  # fmt: skip


def _collected(documents: list[PolicyDocument]) -> Write:
    def write(_: Input, result: Result) -> None:
        if isinstance(result, PolicyDocument):
            documents.append(result)

    return write


def _single(path: Path) -> Write:
    def write(_: Input, result: Result) -> None:
        if isinstance(result, PolicyDocument):
            json.save(result, path)

    return write


def _page(path: Path, language: Language) -> Write:
    def write(_: Input, result: Result) -> None:
        if isinstance(result, PolicyDocument):
            save(result, path, language)

    return write


def _folder(folder: Path, inputs: Inputs) -> Write:
    places = _places(inputs)

    def write(_: Input, result: Result) -> None:
        path = folder / next(places)
        if isinstance(result, PolicyDocument):
            path.parent.mkdir(parents=True, exist_ok=True)
            json.save(result, path)

    return write


def _places(inputs: Inputs) -> Iterator[PurePath]:
    """A name of its own for each file: 规划.json; 规划.docx.json beside 规划.txt; 规划-2.json for a second 规划.txt."""
    taken: set[str] = set()
    for file in inputs.files:
        place = next(name for name in _names(file.place) if str(name).casefold() not in taken)
        taken.add(str(place).casefold())
        yield place


def _names(place: PurePath) -> Iterator[PurePath]:
    yield place.with_name(f"{place.stem}.json")
    yield place.with_name(f"{place.name}.json")
    yield from (place.with_name(f"{place.stem}-{number}.json") for number in count(2))


def _one_file(target: str, inputs: Inputs) -> None:
    if inputs.several:
        suffix = Path(target).suffix.lower()
        raise UsageError(
            name=target, zh=f"一个 {suffix} 文件只装一个文件的结果", en=f"a {suffix} file holds the result of one file",
            cure_zh="多个文件请用 -o 文件夹/ 或 -o 名称.jsonl；对照两个文件请用 policyparse compare",
            cure_en="for several use -o folder/ or -o name.jsonl; to lay two side by side use policyparse compare",
        )  # fmt: skip


def not_an_input(path: Path, inputs: Iterable[Input]) -> None:
    """Raises `UsageError` where `path` is one of the files that are read."""
    if any(file.path is not None and file.path.resolve() == path.resolve() for file in inputs):
        raise UsageError(
            name=str(path), zh="输出会覆盖输入文件", en="the output would overwrite an input",
            cure_zh="请换一个输出文件名", cure_en="choose another name for the output",
        )  # fmt: skip
