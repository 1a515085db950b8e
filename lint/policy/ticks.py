"""A feedback sheet that came back: its Word file → what the reviewer ticked and wrote.

A box counts by its content control; where a program lost the control, or somebody typed √ by hand, by the mark before
the words 同意, 不同意, 已写明, 未写明 in its row. What cannot be told is said, never guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from lint.policy import sheet_keys as keys
from lint.policy.sheet_marks import (
    Mark,
    cell_text,
    control_state,
    is_named,
    marks_before,
    note_after,
    properties_of,
    shows_placeholder,
)
from lint.readers.docx_names import attribute, kind
from lint.readers.docx_package import Package, main_part, open_package
from lint.readers.errors import ReadError
from lint.readers.limits import Limits

NO_SHEET = (
    "这个 Word 文件里没有反馈单的记号，读不出勾选；"
    "请用 qingdan check 报告.docx --sheet 反馈单.docx 生成反馈单，在那份文件里勾选后再读。"
)
_LONGEST_NOTE = 2_000  # characters
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Tick:
    """What was ticked in one row. `rule` is the element or rule it is about ("" where the sheet no longer tells),
    `status` what the sheet said of it: an element's status, "finding", or "". `row` is the number printed there."""

    fingerprint: str
    verdict: keys.Choice
    note: str
    rule: str
    status: str
    about: str
    row: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """A sheet read back. `path` is only the name that the report's file had. `entries` in the order of the sheet;
    `problems` are sentences on what was not taken: both boxes ticked, a note without a tick, rows that are gone."""

    issuer: str | None
    year: int | None
    checklist: str | None
    sha256: str | None
    path: str | None
    entries: tuple[Tick, ...]
    problems: tuple[str, ...]


class _Known(NamedTuple):
    """What the custom XML part says of a row."""

    row: str
    rule: str
    status: str
    about: str


def read_ticks(data: bytes) -> Ticks:
    """What a sheet's Word file holds. Raises ReadError with a Chinese sentence for a damaged or hostile file, and for
    one that is no feedback sheet."""
    limits = Limits()
    if len(data) > limits.max_bytes:
        raise ReadError("文件过大，不像是一份反馈单；请确认文件无误。")
    package = open_package(data, limits)
    root = package.xml(main_part(package))
    if root is None:
        raise ReadError(NO_SHEET)
    known, told = _custom_part(package)
    properties = _properties(package)
    told = {**told, **{name: value for name, value in properties.items() if name in keys.IDENTITY}}
    briefly = dict(_briefly(properties))
    rows = _rows(root, known)
    if not rows:
        raise ReadError(NO_SHEET)
    entries: list[Tick] = []
    problems: list[str] = []
    for fingerprint, row in rows.items():
        cells = _cells(row)
        texts = [cell_text(cell) for cell in cells]
        item = known.get(fingerprint) or _from_row(texts, briefly)
        _read_row(fingerprint, row, _opinion(cells, texts), item, entries, problems)
    problems += [
        f"第 {item.row} 项（{item.about}）在反馈单里找不到了，没有读取。"
        for fingerprint, item in known.items()
        if fingerprint not in rows
    ]
    year = told.get("year", "")
    return Ticks(
        issuer=told.get("issuer") or None,
        year=int(year) if len(year) == 4 and year.isascii() and year.isdigit() else None,
        checklist=told.get("checklist") or None,
        sha256=told.get("sha256") or None,
        path=told.get("path") or None,
        entries=tuple(entries),
        problems=tuple(problems),
    )


def _read_row(
    fingerprint: str, row: etree._Element, opinion: str, item: _Known, entries: list[Tick], problems: list[str]
) -> None:
    said = f"第 {item.row} 项（{item.about}）"
    marks, note = _controls(row, fingerprint)
    # What the report says elsewhere in the row (a quoted “☑同意”) is no tick.
    ticked = {choice for choice, mark in marks.items() if mark is Mark.TICKED}
    stray = False
    if not ticked:
        ticked, stray = marks_before(opinion)
    note = (note or note_after(opinion))[:_LONGEST_NOTE]
    if len(ticked) > 1:
        both = "和".join(f"“{keys.LABELS[choice]}”" for choice in keys.CHOICES if choice in ticked)
        problems.append(f"{said}同时勾了{both}，没有读取；请只勾一个。")
    elif ticked:
        entries.append(Tick(fingerprint, ticked.pop(), note, item.rule, item.status, item.about, item.row))
    elif any(mark is Mark.UNCLEAR for mark in marks.values()):
        problems.append(f"{said}勾选框里的记号与它的状态不一致，没有读取；请在 Word 里重新点一下。")
    elif stray:
        problems.append(f"{said}看不准勾的是哪一个，没有读取；请把勾打在方框里。")
    elif note:
        problems.append(f"{said}写了意见，没有勾选，没有读取；请勾选后再读。")


def _opinion(cells: list[etree._Element], texts: list[str]) -> str:
    """The text of the cell for the reviewer's opinion: where the controls are, else the last one."""
    for cell, text in zip(cells, texts, strict=True):
        if any(_tag_of(element) for element in cell.iter()):
            return text
    return texts[-1] if texts else ""


def _tag_of(element: etree._Element) -> tuple[str, str] | None:
    """The fingerprint and the choice of a content control of ours."""
    if kind(element) != "sdt" or (found := properties_of(element, "tag", "sdtPr")) is None:
        return None
    return keys.parse_tag(attribute(found, "val") or "")


def _controls(row: etree._Element, fingerprint: str) -> tuple[dict[keys.Choice, Mark], str]:
    """The state of the row's own boxes, and the note in its place for one."""
    marks: dict[keys.Choice, Mark] = {}
    note = ""
    for control in row.iter():
        found = _tag_of(control)
        if found is None or found[0] != fingerprint:
            continue
        if found[1] == keys.NOTE and not shows_placeholder(control):
            note = " ".join(cell_text(control).split())
        for choice in keys.CHOICES:
            if choice == found[1]:
                marks[choice] = control_state(control)
    return marks, note


def _rows(root: etree._Element, known: Mapping[str, _Known]) -> dict[str, etree._Element]:
    """The table row of each fingerprint: by its controls, else its bookmark, else the number printed in it."""
    by_tag: dict[str, etree._Element] = {}
    by_bookmark: dict[str, etree._Element] = {}
    by_number: dict[str, etree._Element] = {}
    for row in _table_rows(root):
        for element in row.iter():
            if found := _tag_of(element):
                by_tag.setdefault(found[0], row)
            elif is_named(element, "bookmarkStart") and (name := keys.parse_bookmark(attribute(element, "name") or "")):
                by_bookmark.setdefault(name, row)
        texts = [cell_text(cell) for cell in _cells(row)]
        if len(texts) > 2 and any(label in texts[-1] for label in keys.LABELS.values()):
            by_number.setdefault(texts[0].strip(), row)
    numbered = {ident: by_number[item.row] for ident, item in known.items() if item.row in by_number}
    found_rows = {**numbered, **by_bookmark, **by_tag}
    order = {id(row): at for at, row in enumerate(_table_rows(root))}
    return dict(sorted(found_rows.items(), key=lambda pair: order[id(pair[1])]))


def _table_rows(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in root.iter() if kind(element) == "tr")


def _cells(row: etree._Element) -> list[etree._Element]:
    return [element for element in row.iter() if kind(element) == "tc"]  # a control may stand around a cell


def _from_row(texts: list[str], briefly: Mapping[str, tuple[str, str]]) -> _Known:
    """What a row is about, where the custom XML part is gone: by what is printed in it."""
    number = texts[0].strip()[:20] if texts else ""
    rule, status = briefly.get(number, ("", ""))
    told = texts[2 if status == keys.FINDING else 1 :][:1]  # a finding has its severity before what it says
    return _Known(number, rule, status, "".join(told).strip().partition("\n")[0][:60])


def _properties(package: Package) -> dict[str, str]:
    """Our document properties, by their names without what they begin with."""
    names = [one.target for one in package.relationships("").values() if one.kind == "custom-properties"]
    root = package.xml(names[0] if names else "docProps/custom.xml")
    found: dict[str, str] = {}
    for element in root if root is not None else ():
        name = element.get("name") or ""
        if name.startswith(keys.PROPERTY):
            value = "".join(str(text) for text in element.itertext()).strip()
            found.setdefault(name.removeprefix(keys.PROPERTY), value[:_LONGEST_NAME])
    return found


def _briefly(properties: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The printed number of each row → its element or rule, and its status."""
    for name, value in properties.items():
        for told in value.split(";") if name.startswith(keys.ROWS) else ():
            parts = told.split(" ")
            if len(parts) == 3:
                yield parts[0], (parts[1], parts[2])


def _custom_part(package: Package) -> tuple[dict[str, _Known], dict[str, str]]:
    """What the custom XML part says of the rows, by fingerprint, and of the document."""
    for name in sorted(package.names):
        if not (name.startswith("customxml/") and name.endswith(".xml") and name.count("/") == 1):
            continue
        root = package.xml(name, only_with=(keys.NAMESPACE.encode(),))
        if root is None or root.tag != f"{{{keys.NAMESPACE}}}sheet":
            continue
        rows: dict[str, _Known] = {}
        for row in root:
            if (found := keys.parse_bookmark(keys.bookmark(row.get("fingerprint") or ""))) is not None:
                values = (row.get(key, "").strip()[:_LONGEST_NAME] for key in _Known._fields)
                rows.setdefault(found, _Known(*values))
        return rows, {key: root.get(key, "").strip()[:_LONGEST_NAME] for key in keys.IDENTITY}
    return {}, {}
