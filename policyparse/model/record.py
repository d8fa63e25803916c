"""What every published type has in common: it cannot be changed, and it refuses fields it does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record. Collections in records are tuples; "not found" is ``None`` or an empty tuple, never ``""``."""

    # Validators are built when a type is first used, not when it is imported: a fifth of the models' import time.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)


Made = TypeVar("Made", bound=Record)


def maker(record: type[Made]) -> Callable[[dict[str, Any]], Made]:
    """What makes a `record` of values that are known to be right, without looking at them.

    It takes every field, in the order of the type; nothing is validated, converted or copied. A document holds thousands
    of small records, and validating what the pipeline has itself put together takes twice the time and, with a set of
    field names for each, twice the memory. It is for types without private attributes; the tests validate what it makes.
    """
    # One set serves all: pydantic changes that of a copy only, which has its own.
    names = set(record.__pydantic_fields__)
    create, put = object.__new__, object.__setattr__  # a frozen record is filled past its own __setattr__

    def make(fields: dict[str, Any]) -> Made:
        made = create(record)
        put(made, "__dict__", fields)
        put(made, "__pydantic_fields_set__", names)
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", None)
        return made

    return make
