"""What a checklist says of tables and cannot mean: equations of rows that are not there, a table nobody describes."""

from collections.abc import Iterator
from typing import Any

from lint.checklist.equations import parse_equation
from lint.checklist.faults.complaints import Complaint
from lint.checklist.faults.names import rows, table
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import nearest

_KIND = "table"
_SIGNS = "+=＋＝"


def untenable(data: Any) -> Iterator[Complaint]:
    """Complaints about rules and elements of the kind table."""
    described = [str(row.get("id", "")) for row in rows(data, "rule") if row.get("kind") == _KIND]
    for number, row in enumerate(rows(data, "rule")):
        if row.get("kind") == _KIND:
            yield from _rule(("rule", number), row)
    for number, row in enumerate(rows(data, "element")):
        name = row.get("table")
        if row.get("kind") == _KIND and isinstance(name, str) and name not in described:
            message = f'[[rule]] 里没有 id 为“{name}”、kind = "{_KIND}" 的规则'
            yield Complaint(("element", number, "table"), message, nearest(name, described), 0)


def _rule(path: Keys, row: dict[str, Any]) -> Iterator[Complaint]:
    lines, columns = table(row, "rows"), table(row, "columns")
    if row.get("has") == []:
        yield Complaint((*path, "has"), "has 是空的：什么表都合，认不出是哪一张")
    for key, names in (("rows", lines), ("columns", columns)):
        for name, labels in names.items():
            if not name.strip() or any(sign in name for sign in _SIGNS):
                yield Complaint((*path, key, name), f"名称“{name}”不能是空的，也不能有加号、等号：算式里要用它")
            elif labels == []:
                yield Complaint((*path, key, name), f"“{name}”没有写怎样找到它")
    for name in lines:
        if name in columns:
            yield Complaint((*path, "columns", name), f"“{name}”既是行又是列，请改一个名称")
    yield from _equations((*path, "each-column"), row.get("each-column"), lines, "rows")
    yield from _equations((*path, "each-row"), row.get("each-row"), columns, "columns")
    for key in ("optional", "decimals"):
        for number, name in enumerate(_strings(row.get(key))):
            if name not in lines and name not in columns:
                near = nearest(name, [*lines, *columns])
                yield Complaint((*path, key, number), f"rows 和 columns 里都没有“{name}”", near, 0)


def _equations(path: Keys, written: Any, known: dict[str, Any], where: str) -> Iterator[Complaint]:
    for number, text in enumerate(_strings(written)):
        place = (*path, number)
        try:
            names = parse_equation(text).names
        except ValueError as error:
            yield Complaint(place, str(error), None, 0)
            continue
        for name in names:
            if name not in known:
                yield Complaint(place, f"{where} 里没有“{name}”", nearest(name, list(known)), text.index(name))


def _strings(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
