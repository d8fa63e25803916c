"""What every published type has in common: it cannot be changed, and it refuses fields it does not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record. Collections in records are tuples; "not found" is ``None`` or an empty tuple, never ``""``."""

    # Validators are built when a type is first used, not when it is imported: a fifth of the models' import time.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)
