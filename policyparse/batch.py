"""Many files: documents and failures in the order of the files, and no bad file stops the others."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from policyparse.check.rule import Find, Rule
from policyparse.errors import PolicyParseError
from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument
from policyparse.model.failure import Failure
from policyparse.pipeline import check, parse

Answer = tuple[str, str | None]
"""What a worker sends back, since it is cheaper than pickled models: JSON, and the text where there is a document."""


class Task(NamedTuple):
    """What is the same for all files of a batch. `lexicon` is pickled once, so that a worker unpacks it once."""

    date: str | None
    lexicon: bytes | None


AHEAD = 4
"""Files given out to each worker before their results are asked for."""


def parse_many(
    paths: Iterable[str | Path], *, date: str | None = None, lexicon: Lexicon | None = None, jobs: int = 1
) -> Iterator[PolicyDocument | Failure]:
    """Parse files one after the other, or in `jobs` processes. `date` and `lexicon` are as in `parse`.

    Yields one `PolicyDocument` or `Failure` a file, in the order of `paths`. Nothing that a file holds ends the batch:
    not even one that kills the process that reads it. Programs that pass `jobs` need the usual
    ``if __name__ == "__main__"`` around their start, since the processes are spawned.
    """
    if jobs <= 1:
        for path in paths:
            yield attempt(path, date=date, lexicon=lexicon)
        return
    task = Task(date, None if lexicon is None else pickle.dumps(lexicon))
    yield from _spread(map(Path, paths), task, jobs)


def attempt(
    file: str | Path | bytes | BinaryIO, *, name: str | None = None, date: str | None = None,
    lexicon: Lexicon | None = None,
) -> PolicyDocument | Failure:  # fmt: skip
    """Parse one file; whatever goes wrong with it becomes a `Failure`."""
    shown = name or (str(file) if isinstance(file, str | Path) else None)
    try:
        return parse(file, name=name, date=date, lexicon=lexicon)
    except PolicyParseError as error:
        return Failure.of(error, shown)
    except Exception as error:  # noqa: BLE001 - a batch survives what nobody foresaw, and says so
        return Failure.of(_unforeseen(f"{type(error).__name__}: {error}"), shown)


def attempt_check(
    document: PolicyDocument, rules: Sequence[Rule | Find] | None = None, *, lexicon: Lexicon | None = None
) -> PolicyDocument | Failure:
    """Check one document, as `check` does; a rule that breaks becomes a `Failure`."""
    try:
        return check(document, rules, lexicon=lexicon)
    except Exception as error:  # noqa: BLE001 - as in `attempt`
        return Failure.of(_unforeseen(f"{type(error).__name__}: {error}"), document.source.name)


def _unforeseen(what: str) -> PolicyParseError:
    return _InternalError(
        zh=f"程序内部错误（{what}）", en=f"internal error ({what})",
        cure_zh="其余文件不受影响；请反馈此文件", cure_en="other files are not affected; please report this one",
    )  # fmt: skip


class _InternalError(PolicyParseError):
    code = "internal"


# ---- in processes ---------------------------------------------------------------------------------------------------


def _spread(paths: Iterable[Path], task: Task, jobs: int) -> Iterator[PolicyDocument | Failure]:
    """Results in order, from a pool that is made anew when a file has killed it."""
    pool = _pool(jobs)
    flying: deque[tuple[Path, Future[Answer]]] = deque()
    try:
        for path in paths:
            try:
                future = pool.submit(_work, path, task)
            except BrokenExecutor:
                pool = _pool(jobs)
                future = pool.submit(_work, path, task)
            flying.append((path, future))
            if len(flying) == jobs * AHEAD:
                yield _landed(*flying.popleft(), task)
        while flying:
            yield _landed(*flying.popleft(), task)
    finally:
        pool.shutdown(cancel_futures=True)


def _landed(path: Path, future: Future[Answer], task: Task) -> PolicyDocument | Failure:
    """The result; where the pool broke under it, the file goes alone, and if that breaks too, it was this file."""
    try:
        return _opened(future.result())
    except BrokenExecutor:
        pass
    with _pool(1) as pool:
        try:
            return _opened(pool.submit(_work, path, task).result())
        except BrokenExecutor:
            return Failure.of(_unforeseen("the process was killed"), str(path))


def _pool(jobs: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _work(path: Path, task: Task) -> Answer:
    lexicon = None if task.lexicon is None else _unpacked(task.lexicon)
    result = attempt(path, date=task.date, lexicon=lexicon)
    text = result.text if isinstance(result, PolicyDocument) else None
    return result.model_dump_json(), text


@lru_cache(maxsize=1)
def _unpacked(lexicon: bytes) -> Lexicon:
    """Once a worker, so that what is compiled for a lexicon is compiled once."""
    loaded: Lexicon = pickle.loads(lexicon)
    return loaded


def _opened(answer: Answer) -> PolicyDocument | Failure:
    made, text = answer
    if text is None:
        return Failure.model_validate_json(made)
    return PolicyDocument.model_validate_json(made).with_text(text).without_text()
