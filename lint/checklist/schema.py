"""The JSON Schema of checklist files (draft 2020-12), made from the model: for editors, and for telling every mistake.

`python -m lint.checklist.schema` writes it to checklists/checklist.schema.json.
"""

import json
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, get_args

import msgspec

from lint import resources
from lint.checklist import model
from lint.checklist.schema_examples import example_of

FILE_NAME = "checklist.schema.json"
Schema = dict[str, Any]
Plugged: TypeAlias = Mapping[str, Mapping[str, type[msgspec.Struct]]]
_NONE: Plugged = {}

_OPEN = {"additionalProperties": True}  # editors (tombi) take a schema that does not say so for closed

_TITLES = {
    "ChecklistFile": "清单",
    "Identity": "[checklist]",
    "Recognise": "[checklist.recognise]",
    "Basis": "[[basis]]",
    "Role": "[roles.名称]",
    "Chain": "[chain]",
    "Topic": "[[chain.topic]]",
    "Remedy": "[element.remedy]",
    "Example": "[[….example]]",
    "Promise": "[[rule.promise]]",
    "Term": "[[rule.term]]",
    "Event": "[[rule.event]]",
    "Font": "[[rule.font]]",
}
for _key, _union in (("element", model.Element), ("rule", model.Rule)):
    _TITLES |= {kind.__name__: f'[[{_key}]] kind = "{kind.__struct_config__.tag}"' for kind in get_args(_union)}
_ADDED_TO = ["Identity", "Role", "Chain"]  # tables whose lists a file that extends another can add to
_ADDED_TO += [kind.__name__ for union in (model.Element, model.Rule) for kind in get_args(union)]


def schema(plugged: Plugged = _NONE) -> Schema:
    """The schema as published: each kind of element and rule is one alternative.

    A file that extends another gives only the keys it changes; keys are therefore required where nothing is extended.
    """
    published = _made(lambda union: union, plugged)
    whole: Schema = {}
    for key in ("basis", "element", "rule"):
        names = [place.rsplit("/", 1)[1] for place in _places(published["$defs"]["ChecklistFile"]["properties"][key])]
        definitions = [published["$defs"][name] for name in names]
        common = [name for name in definitions[0]["required"] if all(name in d["required"] for d in definitions)]
        whole[key] = {"items": {"required": common, **_OPEN}}
        for definition in definitions:
            definition["required"] = ["id"]
    whole["roles"] = {"additionalProperties": {"required": published["$defs"]["Role"].pop("required"), **_OPEN}}
    for name in _ADDED_TO:
        properties: Schema = published["$defs"][name]["properties"]
        lists = [(key, value) for key, value in properties.items() if value.get("type") == "array"]
        properties |= {f"{key}+": {**value, "description": f"接在继承来的 {key} 之后"} for key, value in lists}
    extends = {"properties": {"checklist": {"required": ["extends"], **_OPEN}}, "required": ["checklist"], **_OPEN}
    del published["$ref"]
    root = {"$schema": published["$schema"], **published["$defs"].pop("ChecklistFile"), **published}
    return {**root, "if": extends, "then": _OPEN, "else": {"properties": whole, **_OPEN}}


def strict_schema(plugged: Plugged = _NONE, anything: Collection[str] = ()) -> Schema:
    """The same schema with the alternatives told apart by `kind` first, so that an error speaks of the one meant.

    `anything` are kinds of which nothing is known; their rows may have any keys."""
    return _made(partial(_by_kind, anything=tuple(sorted(anything))), plugged)


def text(plugged: Plugged = _NONE) -> str:
    """The published schema as the file's text."""
    return json.dumps(schema(plugged), ensure_ascii=False, indent=2) + "\n"


def write(folder: Path | None = None) -> Path:
    """Writes the schema beside the shipped checklists, or into a folder; returns where."""
    path = (folder or resources.folder("checklists")) / FILE_NAME
    path.write_text(text(), encoding="utf-8", newline="\n")
    return path


def _made(union: Callable[[Schema], Schema], plugged: Plugged) -> Schema:
    more = {(key, kind): spec for key, kinds in plugged.items() for kind, spec in kinds.items()}
    (root, *added), definitions = msgspec.json.schema_components(
        [model.ChecklistFile, *more.values()], ref_template="#/$defs/{name}"
    )
    for name, definition in definitions.items():
        definition["title"] = _TITLES.get(name, name)
    for (key, kind), reference in zip(more, added, strict=True):
        place = reference["$ref"]
        definitions[place.rsplit("/", 1)[1]]["title"] = f'[[{key}]] kind = "{kind}"'
        items = definitions["ChecklistFile"]["properties"][key]["items"]
        items["anyOf"].append({"$ref": place})
        items["discriminator"]["mapping"][kind] = place
    raw = {**root, "$defs": definitions}
    tidy: Schema = _tidy(raw, union)
    _exemplify(tidy["$defs"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "qingdan 清单",
        "description": "公文清单体检的清单文件（TOML）。",
        **tidy,
    }


def _exemplify(definitions: Schema) -> None:
    """Puts an example beside each key that brings none of its own."""
    for table, definition in definitions.items():
        for key, value in definition.get("properties", {}).items():
            example = example_of(table, key, _resolved(value, definitions))
            if "examples" not in value and example is not None:
                value["examples"] = [example]


def _resolved(value: Schema, definitions: Schema) -> Schema:
    return {**definitions[value["$ref"].rsplit("/", 1)[1]], **value} if "$ref" in value else value


def _tidy(node: Any, union: Callable[[Schema], Schema]) -> Any:
    """Without the alternative `null`, which TOML does not have; `union` rewrites alternatives."""
    if isinstance(node, list):
        return [_tidy(item, union) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _tidy(value, union) for key, value in node.items() if not (key == "default" and value is None)}
    if "anyOf" not in node:
        return node
    left = [item for item in node["anyOf"] if item != {"type": "null"}]
    if len(left) == 1:
        return {**left[0], **{key: value for key, value in node.items() if key != "anyOf"}}
    return union({**node, "anyOf": left})


def _places(rows: Schema) -> list[str]:
    items = rows["items"]
    return [items["$ref"]] if "$ref" in items else [item["$ref"] for item in items["anyOf"]]


def _by_kind(union: Schema, anything: tuple[str, ...] = ()) -> Schema:
    mapping: dict[str, str] = union["discriminator"]["mapping"]
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": [*mapping, *anything]}},
        "allOf": [
            {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"$ref": place}}
            for kind, place in mapping.items()
        ],
    }


if __name__ == "__main__":
    print(write())
