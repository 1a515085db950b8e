"""The published schema is current, speaks of every key, and is as strict as the model."""

import copy
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sound_checklist import SOUND

from lint import resources
from lint.checklist import schema
from lint.checklist.layers import shipped_names
from lint.checklist.model import ChecklistFile
from lint.checklist.strings import strings


def test_the_published_file_is_current() -> None:
    published = (resources.folder("checklists") / schema.FILE_NAME).read_text(encoding="utf-8")
    assert published == schema.text(), "python -m lint.checklist.schema"


def test_it_is_a_schema_and_every_key_is_described_in_chinese() -> None:
    made = schema.schema()
    Draft202012Validator.check_schema(made)
    tables = {"": made, **made["$defs"]}
    for name, table in tables.items():
        assert any("\u4e00" <= char <= "\u9fff" for char in table["description"]), name
        for key, value in table["properties"].items():
            described = value.get("description", "")
            assert key == "kind" or any("\u4e00" <= char <= "\u9fff" for char in described), f"{name}.{key}"


def test_an_extending_file_need_not_repeat_keys_and_others_must() -> None:
    published = Draft202012Validator(schema.schema())
    row = {"id": "F1", "severity": "hint"}
    identity = {"id": "a", "title": "甲", "version": "1"}
    assert not list(published.iter_errors({"checklist": {**identity, "extends": "base"}, "element": [row]}))
    missing = list(published.iter_errors({"checklist": identity, "element": [row]}))
    assert {error.validator for error in missing} == {"required"}
    assert not list(published.iter_errors(tomli.loads(SOUND)))


def _paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from _paths(value, (*path, key))


SOUND_DATA = tomli.loads(SOUND)
VALUES = st.sampled_from([0, 1, -1, 1.5, True, "", "x", "error", "2020-01-01", [], [""], [1], ["x"], {}, {"id": "x"}])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(list(_paths(SOUND_DATA))), st.sampled_from(["put", "drop", "add"]), VALUES)
def test_schema_and_model_refuse_the_same(path: tuple[Any, ...], how: str, value: Any) -> None:
    data = copy.deepcopy(SOUND_DATA)
    parent: Any = data
    for step in path[:-1]:
        parent = parent[step]
    if how == "drop":
        del parent[path[-1]]
    elif how == "put" or not isinstance(parent, dict):
        parent[path[-1]] = value
    else:
        parent["unknown"] = value
    try:
        msgspec.convert(data, ChecklistFile)
        converts = True
    except msgspec.ValidationError:
        converts = False
    assert converts == (not list(Draft202012Validator(schema.strict_schema()).iter_errors(data)))


def test_the_published_schema_is_json_with_line_ends() -> None:
    assert schema.text().endswith("}\n")
    assert json.loads(schema.text())["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_what_strings_stand_for_is_read_off_the_model() -> None:
    told = {(path, stands) for path, _, stands in strings(SOUND_DATA)}
    assert (("element", 0, "basis", 0), "basis") in told
    assert (("element", 0, "where", 0), "role") in told
    assert (("element", 0, "done", 0), "phrase") in told
    assert (("element", 1, "role"), "role") in told
    assert (("rule", 0, "term", 1, "wrong", 0), "phrase") in told
    assert (("vocabulary", "会议", 1), "phrase") in told
    assert (("roles", "plan", "heading", 0), "phrase") in told
    assert not any(path[-1] == "title" for path, _ in told)


@pytest.mark.parametrize("name", shipped_names())
def test_shipped_checklists_name_the_schema_and_fit_it(name: str) -> None:
    text = (resources.folder("checklists") / f"{name}.toml").read_text(encoding="utf-8")
    assert text.startswith(f"#:schema ./{schema.FILE_NAME}\n")
    published = json.loads((resources.folder("checklists") / schema.FILE_NAME).read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(published).iter_errors(tomli.loads(text))] == []


@pytest.mark.parametrize("name", shipped_names())
def test_an_editor_finds_nothing_wrong_with_shipped_checklists(name: str) -> None:
    """tombi is what editors use for TOML (`pip install tombi`); it stands beside this Python, on no PATH."""
    tombi = shutil.which("tombi", path=str(Path(sys.executable).parent)) or shutil.which("tombi")
    if tombi is None:
        pytest.skip("tombi is not installed (pip install tombi)")
    path = resources.folder("checklists") / f"{name}.toml"
    ran = subprocess.run([tombi, "lint", "--offline", str(path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_key_has_an_example_that_fits() -> None:
    made = schema.schema()
    for name, table in {"": made, **made["$defs"]}.items():
        for key, value in table["properties"].items():
            assert value.get("examples"), f"{name}.{key}"
            fits = Draft202012Validator({**value, "$defs": made["$defs"]})
            for example in value["examples"]:
                assert [error.message for error in fits.iter_errors(example)] == [], f"{name}.{key}"
