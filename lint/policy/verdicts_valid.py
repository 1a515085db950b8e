"""What does not fit in a side file: unknown, missing and wrong keys, and words that contradict each other."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lint.checklist.positions import Path as Keys
from lint.checklist.problems import Problem, nearest
from lint.checklist.source import SourceFile
from lint.policy.verdicts import NEEDS_OFFICE, NEEDS_REASON, WORDS, permitted
from lint.policy.verdicts_write import FORMAT
from lint.record.terms import STATUS_WORD, VERDICT_WORD

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PRINT = re.compile(r"[0-9a-f]{32}")
_TEXT, _NUMBER, _TABLES = "文字（加引号）", "整数（不加引号）", "表，表头要用双方括号"
_TOP = {"format": _NUMBER, "report": _TABLES}
_REPORT = {"issuer": _TEXT, "year": _NUMBER, "checklist": _TEXT, "path": _TEXT, "verdict": _TABLES}
_REPORT_NEEDS = ("checklist", "path")
_VERDICT = dict.fromkeys(
    ("rule", "about", "status", "verdict", "reason", "office", "by", "date", "until", "fingerprint"), _TEXT
)
_VERDICT_NEEDS = ("rule", "verdict", "date", "fingerprint")


def misfits(file: SourceFile) -> Iterator[Problem]:
    """Everything that does not fit, in the order of the text."""
    yield from _keys(file, (), file.data, _TOP, ("format",))
    version = file.data.get("format")
    if type(version) is int and version != FORMAT:
        message = f"format 应是 {FORMAT}，这里写的是 {version}；这个文件可能是更新的 qingdan 写的，请升级后再用"
        yield file.problem(file.positions.value(("format",)), message)
    for number, row in rows(file.data, "report"):
        here: Keys = ("report", number)
        yield from _keys(file, here, row, _REPORT, _REPORT_NEEDS)
        for at, one in rows(row, "verdict"):
            place = (*here, "verdict", at)
            wrong = [*_keys(file, place, one, _VERDICT, _VERDICT_NEEDS)]
            yield from wrong
            if not wrong:
                yield from _contradictions(file, place, one)


def _keys(
    file: SourceFile, path: Keys, row: dict[str, Any], known: dict[str, str], needed: tuple[str, ...]
) -> Iterator[Problem]:
    """Unknown, missing and wrongly typed keys of one table."""
    name = _name(path)
    for key, value in row.items():
        if key not in known:
            yield file.problem(file.positions.key((*path, key)), f"{name} 没有“{key}”这个键", nearest(key, known))
        elif not _fits(known[key], value):
            wanted = f"表，表头写作 {_name((*path, key, 0))}" if known[key] == _TABLES else known[key]
            yield file.problem(file.positions.value((*path, key)), f"“{key}”应是{wanted}")
    if missing := [key for key in needed if key not in row]:
        yield file.problem(file.positions.key(path), f"{name} 缺少{''.join(f'“{key}”' for key in missing)}")


def _fits(wanted: str, value: Any) -> bool:
    if wanted == _TEXT:
        return isinstance(value, str) or type(value) is date  # a date needs no quotation marks in TOML
    if wanted == _NUMBER:
        return type(value) is int
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _contradictions(file: SourceFile, path: Keys, row: dict[str, Any]) -> Iterator[Problem]:
    """What fits by itself, but not together."""

    def told(key: str, message: str, suggestion: str | None = None) -> Problem:
        return file.problem(file.positions.value((*path, key)), message, suggestion)

    said = {key: str(value) for key, value in row.items()}
    verdict, status = said["verdict"], said.get("status")
    if verdict not in WORDS:
        words = "、".join(f"{word}（{VERDICT_WORD[word]}）" for word in WORDS)
        yield told("verdict", f"“verdict”只能是 {words} 之一，这里写的是“{verdict}”", nearest(verdict, WORDS))
    elif status is not None and status not in STATUS_WORD:
        words = "、".join(f"{one}（{word}）" for one, word in STATUS_WORD.items())
        yield told("status", f"“status”只能是 {words} 之一，这里写的是“{status}”", nearest(status, STATUS_WORD))
    elif verdict not in permitted(status):
        what = "文字与数据的一条（没有写 status）" if status is None else f"{STATUS_WORD[status]}的要素"
        words = f"，可以写 {'、'.join(permitted(status))}" if permitted(status) else ""
        yield told("verdict", f"对{what}不能写“{verdict}”{words}")
    if verdict in NEEDS_REASON and not said.get("reason", "").strip():
        yield told("verdict", f'“{VERDICT_WORD[verdict]}”要写明理由：reason = "…"')
    if verdict in NEEDS_OFFICE and not said.get("office", "").strip():
        yield told("verdict", f'“{VERDICT_WORD[verdict]}”要写明由谁认定：office = "…"')
    for key in ("date", "until"):
        if key in said and not _is_day(said[key]):
            yield told(key, f'“{key}”要写作 "2026-03-01" 这样的日期，这里写的是“{said[key]}”')
    if not _PRINT.fullmatch(said["fingerprint"]):
        yield told("fingerprint", "“fingerprint”是 32 位的识别码，由 qingdan review 写，不要改动")


def _is_day(value: str) -> bool:
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def rows(table: dict[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    """The tables of an array of tables, with their numbers; those of the wrong type are told elsewhere."""
    value = table.get(key, ())
    return [(at, row) for at, row in enumerate(value) if isinstance(row, dict)] if isinstance(value, list) else []


def _name(path: Keys) -> str:
    names = ".".join(str(step) for step in path if isinstance(step, str))
    return f"[[{names}]]" if names else "复核文件最外层"
