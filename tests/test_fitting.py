"""Choosing among the shipped checklists by the beginnings of their files, and loading only what was chosen."""

from pathlib import Path

import pytest

import lint.fitting
from lint.checklist.checklist import Checklist
from lint.checklist.model import LayoutRule
from lint.checklist.problems import ChecklistError
from lint.document.document import Document, plain_lines
from lint.fitting import Fit, Library
from lint.shelf import offered

BODY = "一、主要举措\n全年听取法治建设工作汇报2次。\n"


def _file(ident: str, head: str = "", recognise: str = "", more: str = "") -> str:
    return (
        f'[checklist]\nid = "{ident}"\ntitle = "清单{ident}"\nversion = "1"\n{head}\n{recognise}\n{more}\n'
        '[roles.measures]\ntitle = "举措"\nfallback = true\n'
    )


def _told_by(title: str) -> str:
    return f'[checklist.recognise]\ntitle = ["{title}"]\n'


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shipped checklists: one for all bodies and, over it, one for departments."""
    monkeypatch.setattr("lint.resources.folder", lambda name: tmp_path)
    (tmp_path / "all.toml").write_text(_file("all", recognise=_told_by("安全工作")), encoding="utf-8")
    (tmp_path / "office.toml").write_text(_file("office", 'extends = "all"\nkinds = ["部门"]'), encoding="utf-8")
    return tmp_path


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The checklists that are loaded, in order."""
    names: list[str] = []
    load = lint.fitting.load

    def told(source: str | Path) -> Checklist:
        names.append(str(source))
        return load(source)

    monkeypatch.setattr("lint.fitting.load", told)
    return names


def _fit(text: str, library: Library | None = None) -> Fit:
    return (library or Library()).fit(Document("甲.txt", "txt", text, plain_lines(text)))


def test_only_the_chosen_checklist_is_loaded(shelf: Path, loaded: list[str]) -> None:
    library = Library()
    fits = [_fit(f"{name}关于2024年安全工作的报告\n{BODY}", library) for name in ("青禾镇人民政府", "青禾县林业局")]
    again = _fit(f"青禾县水利局关于2024年安全工作的报告\n{BODY}", library)
    assert [fit.ready.checklist.identity.id for fit in fits] == ["all", "office"]
    assert again.ready is fits[1].ready
    assert loaded == ["all", "office"]


def test_what_fits_nothing_is_shown_with_the_most_general(shelf: Path, loaded: list[str]) -> None:
    fit = _fit("运动会秩序册\n各村代表队入场。\n")
    assert (fit.recognised, fit.ready.checklist.identity.id, loaded) == (False, "all", ["all"])


def test_an_issuer_of_unknown_kind_is_judged_by_the_most_general(shelf: Path) -> None:
    (shelf / "all.toml").write_text(_file("all", 'kinds = ["镇"]', _told_by("安全工作")), encoding="utf-8")
    fit = _fit(f"2024年安全工作报告\n{BODY}")
    assert (fit.report.front.issuer_kind, fit.recognised, fit.ready.checklist.identity.id) == ("", True, "all")


def test_one_for_all_kinds_comes_before_one_that_would_be_guessed(shelf: Path) -> None:
    (shelf / "zeal.toml").write_text(_file("zeal", recognise=_told_by("安全工作")), encoding="utf-8")
    (shelf / "all.toml").write_text(_file("all", 'kinds = ["镇"]', _told_by("安全工作")), encoding="utf-8")
    assert _fit(f"2024年安全工作报告\n{BODY}").ready.checklist.identity.id == "zeal"


def test_recognition_with_a_vocabulary_needs_the_whole_file(shelf: Path, loaded: list[str]) -> None:
    (shelf / "words.toml").write_text(
        _file("words", recognise=_told_by("{事}"), more='[vocabulary]\n"事" = ["防汛工作"]\n'), encoding="utf-8"
    )
    fit = _fit(f"青禾镇人民政府关于2024年防汛工作的报告\n{BODY}")
    assert (fit.ready.checklist.identity.id, loaded) == ("words", ["words"])


@pytest.mark.parametrize(
    "text",
    [
        '[checklist]\nid = "bad"\nversion = 1\n',  # no title
        '[checklist]\nid = "bad"\ntitle = "坏"\nversion = "1"\nextends = "gone"\n',
        '# the identity does not come first\n[roles.x]\ntitle = "x"\n\n[checklist]\nid = "bad"\n',
        "not TOML",
    ],
)
def test_a_broken_shipped_checklist_is_told(shelf: Path, text: str) -> None:
    (shelf / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError):
        _fit(f"青禾镇人民政府关于2024年安全工作的报告\n{BODY}")


def test_the_beginning_of_a_file_tells_what_loading_tells() -> None:
    for one in offered():
        whole = lint.fitting.load(one.name)
        assert (one.identity, one.files) == (whole.identity, len(whole.sources))


def test_the_shipped_ones_look_at_the_layout_only_when_asked() -> None:
    """`Library.wants_layout` does not load them to see."""
    rules = [rule for one in offered() for rule in lint.fitting.load(one.name).file.rule]
    assert [rule.id for rule in rules if isinstance(rule, LayoutRule) and not rule.off] == []
    assert (Library().wants_layout, Library(layout=True).wants_layout) == (False, True)


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("柳溪镇2025年安全工作情况报告及2026年工作方案", True),
        ("柳溪镇2025年安全工作报告编制方案", False),
        ("柳溪镇关于2026年安全工作的方案", False),
    ],
)
def test_a_report_that_goes_on_to_a_plan_is_no_plan(shelf: Path, title: str, meant: bool) -> None:
    told = '[checklist.recognise]\ntitle = ["安全工作"]\nnot-title = ["方案$"]\n'
    (shelf / "all.toml").write_text(_file("all", recognise=told), encoding="utf-8")
    assert _fit(f"{title}\n{BODY}").recognised is meant
