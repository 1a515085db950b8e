"""Verdicts of an invented office on the report of tests/render/build.py."""

from dataclasses import replace
from datetime import date
from typing import Any

from lint.policy.identity import identity
from lint.policy.overlay import lay_over
from lint.policy.subjects import Subject, subjects
from lint.policy.verdicts import Given, Review, SideFile
from lint.record import report_record, shape
from lint.run import Run
from tests.render.build import build

DAY = "2025-02-01"


def subject(run: Run, key: str) -> Subject:
    """What the key means in a fresh record."""
    return next(one for one in subjects(report_record(run)) if one.key == key)


def given(run: Run, key: str, word: str, **more: Any) -> Given:
    """A verdict on what the key means now."""
    what = subject(run, key)
    said = {"reason": "见会议纪要", "office": "县司法局", "date": DAY, **more}
    return Given(what.fingerprint, what.rule, what.about, what.status, word, **said)  # type: ignore[arg-type]


def side_of(run: Run, *verdicts: Given, name: str = "报告/复核.toml") -> SideFile:
    """A side file beside the report."""
    return SideFile(name, (Review(identity(report_record(run), "报告"), verdicts),))


def laid(run: Run, side: SideFile) -> shape.Report:
    """The record with the verdicts over it."""
    return lay_over(run, report_record(run), side)


def drafted(text: str, checked: Any = None, path: str = "报告/柳河镇 2024.txt", today: date | None = None) -> Run:
    """The report of a later draft."""
    run = build(text, path=path, checked=checked)
    return replace(run, today=today) if today else run


def finding(report: shape.Report, rule: str) -> shape.Finding:
    return next(one for one in report["findings"] if one["rule"] == rule)


def element(report: shape.Report, ident: str) -> shape.Element:
    return next(one for one in report["elements"] if one["id"] == ident)
