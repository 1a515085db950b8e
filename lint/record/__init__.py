"""The record: the versioned JSON projection of runs. Findings that restate an element are made here."""

from lint.record.build import (
    SCHEMA,
    checklist_record,
    failure_line,
    gather,
    policy_line,
    record,
    report_line,
    report_record,
)

__all__ = [
    "SCHEMA",
    "checklist_record",
    "failure_line",
    "gather",
    "policy_line",
    "record",
    "report_line",
    "report_record",
]
