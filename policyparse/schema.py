"""The published JSON Schemas, made from the models.

``python -m policyparse schema --write schemas`` writes them, one folder a version.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from policyparse.model.checked import Checked
from policyparse.model.comparison import Comparison, Survey
from policyparse.model.document import SCHEMA_VERSION, PolicyDocument
from policyparse.model.failure import Failure
from policyparse.model.record import Record
from policyparse.model.repair import Repair

PUBLISHED: Mapping[str, type[Record]] = MappingProxyType(
    {
        "document": PolicyDocument,
        "failure": Failure,
        "checked": Checked,
        "repair": Repair,
        "comparison": Comparison,
        "survey": Survey,
    }
)
"""The forms that are published, by name."""


class _Generator(GenerateJsonSchema):
    """Every field is written, so every field is required and none has a default; titles would repeat field names."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return self.mode == "serialization" or super().field_is_required(field, total)

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one published form; `KeyError` where there is none of that name."""
    body = PUBLISHED[name].model_json_schema(schema_generator=_Generator, mode="serialization")
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:policyparse:schema:{SCHEMA_VERSION}:{name}",
        **body,
    }


def schema_text(name: str) -> str:
    """The same as a file holds it: UTF-8 text, two blanks a level, a line break at the end."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def write(folder: Path) -> tuple[Path, ...]:
    """Write all schemas to ``folder/VERSION/NAME.schema.json`` and name the files."""
    place = folder / SCHEMA_VERSION
    place.mkdir(parents=True, exist_ok=True)
    files = tuple(place / f"{name}.schema.json" for name in PUBLISHED)
    for name, file in zip(PUBLISHED, files, strict=True):
        file.write_text(schema_text(name), "utf-8", newline="\n")
    return files
