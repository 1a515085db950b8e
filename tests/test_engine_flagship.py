"""The flagship judges small reports as a reviewer would, the same each time."""

import pytest

from lint.checklist.lexicon import lexicon
from lint.checklist.load import load
from lint.checks.results import ABSENT, MET, THIN
from lint.document.understand import understand
from lint.engine import run_checks
from tests.element_cases import TODAY, document
from tests.engine_cases import flagship, judged, statuses
from tests.flagship_reports import EMPTY_WORDS, GOOD, NO_POWERS, STREET


def test_a_good_report() -> None:
    found = statuses(GOOD)
    hints = ("F13", "F14")
    assert {key: status for key, status in found.items() if key not in hints} == {
        key: MET for key in found if key not in hints
    }
    assert set(found) >= {f"S{n}" for n in range(1, 12)} | {f"F{n}" for n in range(1, 13)} | {f"T{n}" for n in range(5)}
    assert found["F13"] == found["F14"] == ABSENT


def test_empty_words_are_never_met() -> None:
    found = statuses(EMPTY_WORDS)
    named_as_a_whole = "T0"
    assert [key for key in found if key[0] in "FTC" and key != named_as_a_whole and found[key] == MET] == []
    for key in ("F4", "F5", "F7", "F11"):
        assert found[key] == THIN, key
    assert (found["S2"], found["S5"], found["S6"], found["S10"], found["S11"]) == (ABSENT,) * 5
    assert (found["S1"], found["S3"]) == (MET, MET)
    assert (found["C1"], found["C2"], found["C3"]) == (ABSENT,) * 3


def test_a_township_without_powers() -> None:
    found = statuses(NO_POWERS)
    assert (found["T1"], found["T2"], found["T3"], found["T4"]) == ("na",) * 4
    assert (found["F6"], found["F10"]) == (MET, MET)
    assert found["F11"] == ABSENT
    assert found["N1"] == THIN
    assert found["N2"] == THIN
    assert found["C1"] == ABSENT


def test_a_street() -> None:
    found = statuses(STREET)
    for key in ("S1", "S2", "S3", "S5", "S6", "S9", "S10", "S11", "F4", "F5", "T4", "C1", "N1", "N2", "Q"):
        assert found[key] == MET, key
    assert found["T0"] == THIN
    assert (found["S8"], found["F7"], found["F9"], found["F10"]) == (ABSENT,) * 4
    report = understand(document(STREET), flagship()[1])
    assert (report.front.place, report.front.issuer_kind, report.front.date) == ("市桥街道", "街道", (2025, 2, 10))


@pytest.mark.parametrize("text", [GOOD, EMPTY_WORDS, NO_POWERS, STREET, ""])
def test_two_runs_are_equal(text: str) -> None:
    first = judged(text)
    load_again = load("township")
    second = run_checks(understand(document(text), lexicon(load_again)), load_again, TODAY)
    assert first == judged(text) == second


def test_width_script_and_spaces_change_no_status() -> None:
    table = str.maketrans("，：；（）0123456789", ",:;()０１２３４５６７８９")
    assert statuses(GOOD.translate(table)) == statuses(GOOD)
    spaced = "\n".join(f"　　{line}" for line in GOOD.split("\n")).replace("法治政府", "法治 政府")
    assert statuses(spaced) == statuses(GOOD)
