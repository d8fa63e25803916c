"""Whether the time of a piece of work grows in proportion to its text, and not with the square of it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

MOST = 2.5
"""How much more than in proportion the larger text may cost. Quadratic time would cost 8 times as much."""
FLOOR = 0.03
"""Seconds below which a time is noise."""
TRIES = 4


def seconds(work: Callable[[], object]) -> float:
    """Processor time of `work`, which a busy machine disturbs less than the clock on the wall.

    The garbage collector waits meanwhile: it would walk everything that the test session holds, which is not our work.
    """
    gc.collect()
    gc.disable()
    try:
        begin = process_time()
        work()
        return process_time() - begin
    finally:
        gc.enable()


def in_proportion(small: Callable[[], object], large: Callable[[], object], times: float) -> bool:
    """Whether `large`, a text `times` as long, takes about `times` as long as `small`; the best of some tries counts."""
    allowed = max(min(seconds(small) for _ in range(2)), FLOOR) * times * MOST
    return any(seconds(large) <= allowed for _ in range(TRIES))
