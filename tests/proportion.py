"""Whether the time of a piece of work grows in proportion to its text, and not with the square of it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from typing import TypeVar

T = TypeVar("T")

MOST = 2.5
"""How much more than in proportion the larger text may cost. Eight times the text in quadratic time would cost 8."""
FLOOR = 0.005
"""Seconds below which a time is noise."""
TRIES = 4


def seconds(work: Callable[[T], object], text: T) -> float:
    """Processor time of `work` on a text or document, which a busy machine disturbs less than the clock on the wall.

    The garbage collector waits meanwhile: it would walk everything that the test session holds, which is not our work.
    """
    gc.disable()
    try:
        begin = process_time()
        work(text)
        return process_time() - begin
    finally:
        gc.enable()


def in_proportion(work: Callable[[T], object], small: T, large: T, times: float) -> bool:
    """Whether `large`, `times` as long as `small`, takes about `times` as long; the best of some tries counts."""
    allowed = max(min(seconds(work, small) for _ in range(2)), FLOOR) * times * MOST
    return any(seconds(work, large) <= allowed for _ in range(TRIES))
