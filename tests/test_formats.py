"""The same report as .txt, Word, old Word, WPS, RTF, ODF, web page and PDF is judged the same.

What a format cannot carry is written in lint/readers/__init__.py: a web page and a PDF lose white space (at the
beginning of a paragraph, behind a number, tabs) and line ends inside a sentence, so findings about these are left out
for them.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lint.fitting import Library
from lint.record import report_record
from lint.run import Choices, Run, check_file

NAMES = ("gunziying-2023", "malou-2024", "xiaohe-2024", "yudi-2023")
FORMATS = {"docx": "{}.docx", "doc": "doc/{}.doc", "html": "html/{}.html", "pdf": "pdf/{}.pdf"}
MADE = {"wps": "doc", "rtf": "rtf", "odt": "odt"}  # what LibreOffice is asked for
LOSES_SPACE = {"html", "pdf"}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def record_of(path: Path, library: Library) -> dict[str, Any]:
    run = check_file(path, library, Choices(date(2026, 11, 22)))
    assert isinstance(run, Run), run
    return dict(report_record(run))


def statuses(record: dict[str, Any]) -> dict[str, str]:
    return {element["id"]: element["status"] for element in record["elements"]}


def chain(record: dict[str, Any]) -> list[tuple[str, bool, bool, bool]]:
    return [
        (s["label"], *(s[part] is not None for part in ("cause", "rectification", "plan")))
        for s in record["shortcomings"]
    ]


def findings(record: dict[str, Any], form: str) -> list[tuple[str, str]]:
    return sorted(
        (f["rule"], re.sub(r"\s", "", f["quote"]))
        for f in record["findings"]
        if f["element"] is None and not (form in LOSES_SPACE and (f["rule"] == "residue" or "空格" in f["message"]))
    )


def assert_same(path: Path, name: str, library: Library, shared: Path) -> None:
    form = path.suffix.removeprefix(".")
    plain = record_of(shared / "reports" / f"{name}.txt", library)
    other = record_of(path, library)
    assert other["format"] == form
    assert statuses(other) == statuses(plain)
    assert chain(other) == chain(plain)
    assert findings(other, form) == findings(plain, form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_judged_the_same(name: str, form: str, library: Library, shared: Path) -> None:
    assert_same(shared / "files" / FORMATS[form].format(name), name, library, shared)


@pytest.mark.parametrize("form", MADE)
@pytest.mark.parametrize("name", NAMES)
def test_what_libreoffice_makes_of_it_is_judged_the_same(
    name: str, form: str, library: Library, shared: Path, tmp_path: Path, soffice: Callable[[bytes, str, str], bytes]
) -> None:
    path = tmp_path / f"{name}.{form}"
    path.write_bytes(soffice((shared / "files" / f"{name}.docx").read_bytes(), "docx", MADE[form]))
    assert_same(path, name, library, shared)
