"""What every published type has in common: it cannot be changed, and it refuses fields it does not know."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

SLOTS = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
"""What a pydantic model holds."""


class Record(BaseModel):
    """A frozen record. Collections in records are tuples; "not found" is ``None`` or an empty tuple, never ``""``."""

    # Validators are built when a type is first used, not when it is imported: a fifth of the models' import time.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema with each field's description, which is the string below it in the source.

        pydantic can read these strings itself (``use_attribute_docstrings``), but does so for every type on import.
        """
        schema = handler(core)
        fields = handler.resolve_ref_schema(schema).get("properties", {})
        for base in reversed(cls.__mro__):
            if issubclass(base, Record):
                for name, words in _descriptions(base).items():
                    fields[name].setdefault("description", words)
        return schema


def _descriptions(record: type[Record]) -> dict[str, str]:
    """The strings below the fields of a type, by field; none where its source is not at hand."""
    try:
        (definition,) = ast.parse(dedent(inspect.getsource(record))).body
    except OSError:
        return {}
    assert isinstance(definition, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(words.value.value)
        for field, words in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        and isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant) and isinstance(words.value.value, str)
    }  # fmt: skip


Made = TypeVar("Made", bound=Record)


def maker(record: type[Made]) -> Callable[[dict[str, Any]], Made]:
    """What makes a `record` of values that are known to be right, without looking at them.

    It takes every field, in the order of the type; nothing is validated, converted or copied. A document holds thousands
    of small records, and validating what the pipeline has itself put together takes twice the time and, with a set of
    field names for each, twice the memory. It is for types without private attributes; the tests validate what it makes.
    """
    # One set serves all: pydantic changes that of a copy only, which has its own.
    names = set(record.__pydantic_fields__)
    create = object.__new__
    # a frozen record is filled past its own __setattr__; the slots themselves are set fastest
    put_fields, put_names, put_extra, put_private = (BaseModel.__dict__[slot].__set__ for slot in SLOTS)

    def make(fields: dict[str, Any]) -> Made:
        made = create(record)
        put_fields(made, fields)
        put_names(made, names)
        put_extra(made, None)
        put_private(made, None)
        return made

    return make
