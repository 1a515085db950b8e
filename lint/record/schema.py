"""The record's JSON Schema, made from its types. `python -m lint.record.schema` writes the published file."""

import json
from typing import Any

import msgspec

from lint.record import shape
from lint.resources import folder

FILE = "record.schema.json"
_LINES = (shape.ReportLine, shape.FailureLine, shape.PolicyLine)


def schema() -> dict[str, Any]:
    """One schema for the whole record, with those of the lines of jsonl among its definitions."""
    (whole, *_), components = msgspec.json.schema_components([shape.Record, *_LINES], ref_template="#/$defs/{name}")
    for definition in components.values():
        definition["additionalProperties"] = False
        if text := definition.get("description"):
            definition["description"] = " ".join(text.split())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "qingdan record",
        **whole,
        "$defs": dict(sorted(components.items())),
    }


def schema_text() -> str:
    """The schema as the published file has it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    (folder("checklists") / FILE).write_text(schema_text(), encoding="utf-8")
