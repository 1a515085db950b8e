"""Our own cases, marked twice: reports of invented townships, half of them adversarial, from many provinces' styles."""

from datetime import date

import pytest

from lint.fitting import Library
from lint.record import report_record
from lint.run import Choices, Run, check_file
from tests.cases.marks import Agreement, author_marks, cases, compare, report_path

# Reports without an editor's defect: what is found in them is a false alarm.
CLEAN = [name for name in cases() if not author_marks(name)["agreed_defects"]]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def record_of(name: str, library: Library) -> dict:
    run = check_file(report_path(name), library, Choices(date(2026, 11, 22)))
    assert isinstance(run, Run)
    return dict(report_record(run))


@pytest.fixture(scope="module")
def agreement(library: Library) -> Agreement:
    total = Agreement()
    for name in cases():
        compare(name, record_of(name, library), total)
    return total


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 12


def test_statuses_agree_with_the_marks(agreement: Agreement) -> None:
    assert agreement.share("elements") >= 0.95, "\n".join(agreement.misses)
    assert agreement.balanced >= 0.93, "\n".join(agreement.misses)


def test_the_chain_agrees_with_the_marks(agreement: Agreement) -> None:
    assert agreement.share("links") >= 0.92, "\n".join(agreement.misses)


def test_findings_touch_what_an_editor_marked(agreement: Agreement) -> None:
    assert agreement.share("precision") >= 0.9, "\n".join(agreement.misses)


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_report_comes_out_clean(name: str, library: Library) -> None:
    findings = [
        f
        for f in record_of(name, library)["findings"]
        if f["element"] is None and f["severity"] in ("error", "warning")
    ]
    assert len(findings) <= 1, [f"{f['rule']}: {f['quote']} {f['message']}" for f in findings]
