"""The shipped checklists, for people and for programs."""

from typing import TypedDict

from lint.checklist.load import load
from lint.record import checklist_record, shape
from lint.render.console import safe
from lint.shelf import shipped


class Row(TypedDict):
    """One shipped checklist."""

    id: str
    title: str
    version: str
    extends: str | None
    inherited: list[shape.Inherited]
    abstract: bool
    kinds: list[str]
    years_from: int | None
    years_to: int | None
    elements: int
    rules: int
    sha256: str


def catalogue() -> list[Row]:
    """The shipped checklists by id, with what they inherit counted in. Raises ChecklistError."""
    return [_row(name) for name in shipped()]


def catalogue_text(rows: list[Row]) -> str:
    """Two lines on each."""
    lines = []
    for row in rows:
        inherits = f"，继承 {'、'.join(map(_base, row['inherited']))}" if row["inherited"] else ""
        lines.append(f"■ {safe(row['id'])}  {safe(row['title'])}（{safe(row['version'])}）")
        lines.append(f"  要素 {row['elements']} 项，规则 {row['rules']} 条{safe(inherits)}；{safe(_use(row))}")
    return "\n".join(lines) + "\n"


def _base(base: shape.Inherited) -> str:
    held = "，写定" if base["pinned"] else ""
    return f"{base['id']}（{base['version']}{held}，{base['sha256'][:12]}）"


def _use(row: Row) -> str:
    if row["abstract"]:
        return "只供别的清单继承，不单独使用"
    whom = "、".join(row["kinds"]) or "各级机关"
    since, until = row["years_from"], row["years_to"]
    if since and until:
        return f"适用于{whom}，{since}至{until}年度"
    return f"适用于{whom}" + (f"，{since}年度起" if since else f"，到{until}年度止" if until else "")


def _row(name: str) -> Row:
    checklist = load(name)
    identity = checklist.identity
    return {
        "id": identity.id,
        "title": identity.title,
        "version": identity.version,
        "extends": identity.extends,
        "inherited": checklist_record(checklist)["extends"],
        "abstract": identity.abstract,
        "kinds": list(identity.kinds),
        "years_from": identity.years_from,
        "years_to": identity.years_to,
        "elements": len(checklist.file.element),
        "rules": len(checklist.file.rule),
        "sha256": checklist.sha256,
    }
