"""The published schema of the JSON export, and the check that an export keeps to it."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from inspel_app.resources import resource_dir

PUBLISHED = resource_dir() / "rapport" / "inspel-export-1.schema.json"


def faults(exported: dict[str, Any]) -> list[str]:
    """Where an export differs from the schema, also by keys that the schema does not tell of."""
    return [
        f"{fault.json_path}: {fault.message[:200]}" for fault in _validator().iter_errors(exported)
    ]


@cache
def _validator() -> Draft202012Validator:
    schema = closed(json.loads(PUBLISHED.read_text("utf-8")))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def closed(schema: Any) -> Any:
    """The schema with no other keys than those that it names."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(one) for key, one in schema.items()}
    return made | {"additionalProperties": False} if made.get("type") == "object" else made
