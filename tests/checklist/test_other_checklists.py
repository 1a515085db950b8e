"""The checklists for departments and for leaders' reports on themselves: which report is judged by which, what the
examples and reports in other hands come to, remedies that would be enough."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from lint.checklist.checklist import Checklist
from lint.checklist.examples import Owner
from lint.checklist.load import load
from lint.checklist.model import Example, PhraseElement
from lint.fitting import Library
from lint.record import report_record
from lint.run import Choices, Run, check_bytes, check_file
from lint.trial import Trial

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "reports"
BLIND = Path(__file__).parents[1] / "other_cases"
MARKS = {
    name: marks
    for table in ("marks.toml", "departments.toml")
    for name, marks in tomli.loads((BLIND / table).read_text(encoding="utf-8")).items()
}
TODAY = Choices(date(2026, 3, 1))
BODY = "2024年，我局认真落实各项要求。现将有关情况报告如下：\n一、主要做法\n审查合同12份。\n二、不足\n人手少。\n"
STATUSES = ("met", "thin", "absent", "na")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def record(path: Path, library: Library) -> dict[str, Any]:
    run = check_file(path, library, TODAY)
    assert isinstance(run, Run), run
    return dict(report_record(run))


def of_text(text: str, library: Library) -> Run:
    run = check_bytes(text.encode(), "甲.txt", library, TODAY)
    assert isinstance(run, Run), run
    return run


def statuses(told: dict[str, Any]) -> dict[str, str]:
    return {element["id"]: element["status"] for element in told["elements"]}


# ---------------------------------------------------------------- which checklist


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("青禾镇人民政府关于2024年法治政府建设情况的报告", "township"),
        ("青禾街道办事处2024年法治建设工作报告", "township"),
        ("青禾镇2024年法治政府建设暨第一责任人履职情况报告", "township"),
        ("2024年法治政府建设情况的报告", "township"),  # nothing tells whose it is but the body
        ("云岭县农业农村局关于2024年法治政府建设情况的报告", "department"),
        ("云岭县卫生健康委员会2024年度依法行政工作报告", "department"),
        ("云岭县人民政府办公室2024年法治政府建设年度报告", "department"),
        ("青禾镇党委书记2024年度述法报告", "shufa"),
        ("青禾镇镇长关于2024年度履行推进法治建设第一责任人职责情况的报告", "shufa"),
        ("云岭县林业局局长2024年度述法报告", "shufa"),
        ("云岭县林业局党组书记、局长2024年履行推进法治建设第一责任人职责情况报告", "shufa"),
        ("2024年述职述责述廉述法报告", "shufa"),
        ("中共云岭县委书记2024年度述法报告", "shufa"),
    ],
)
def test_the_title_chooses_the_checklist(title: str, name: str, library: Library) -> None:
    body = BODY.replace("我局", "我镇") if name == "township" else BODY
    run = of_text(f"{title}\n{body}", library)
    assert (run.recognised, run.checklist.identity.id) == (True, name)


@pytest.mark.parametrize(
    "title",
    [
        "云岭县人民政府关于2024年法治政府建设情况的报告",
        "关于印发云岭县林业局2024年法治政府建设年度报告的通知",
        "关于开展2024年度述法工作的通知",
        "云岭县2024年述法工作开展情况的报告",
        "云岭县林业局2024年森林防火工作报告",
        "青禾镇镇长2024年述职述廉报告",
    ],
)
def test_what_is_neither_is_not_recognised(title: str, library: Library) -> None:
    body = BODY.replace("我局认真", "认真")
    assert not of_text(f"{title}\n{body}", library).recognised


@pytest.mark.parametrize(
    ("opening", "recognised"),
    [
        ("2024年，青禾街道推动依法治街工作取得新成效。现将具体情况报告如下：", True),
        ("2024年，青禾镇扎实开展依法治镇工作，有关情况汇报如下：", True),
        ("2024年，青禾镇开展普法宣传，推动依法治镇。现将普法情况报告如下：", False),
        ("2024年，青禾街道扎实推进消防工作。现将具体情况报告如下：", False),
    ],
)
def test_an_opening_without_a_title(opening: str, recognised: bool, library: Library) -> None:
    body = "一、主要做法\n（一）加强学习。干部集中学习6次。\n（二）规范执法。办案3件，没有复议。\n"
    assert of_text(f"{opening}\n{body}", library).recognised is recognised


def test_without_an_issuer_the_body_tells_a_department(library: Library) -> None:
    run = of_text(f"2024年法治政府建设年度报告\n{BODY}", library)
    assert (run.report.front.issuer_kind, run.checklist.identity.id) == ("部门", "department")


# ---------------------------------------------------------------- the examples


@pytest.mark.parametrize(
    ("name", "checklist"),
    [
        ("songyan-agriculture-2025.txt", "department"),
        ("lushan-archives-2025.docx", "department"),
        ("yanxi-secretary-2025.txt", "shufa"),
        ("xinhe-director-2025.txt", "shufa"),
    ],
)
def test_a_good_report_has_no_error_and_no_warning(name: str, checklist: str, library: Library) -> None:
    told = record(EXAMPLES / name, library)
    assert told["checklist"]["id"] == checklist
    assert [f["message"] for f in told["findings"] if f["severity"] != "hint"] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "heshui-forestry-2024.html",
            {"met": "F1 F2 F10 F11 F12 T0 T4 B1 B4", "thin": "F8 T1 T2 T3 B2", "absent": "S2 S8 F4 F5 F6 F7 F9 F13 B3"},
        ),
        (
            "tangkou-transport-2024.txt",
            {"thin": "S1 S4 S5 S9 F4 F5 F8 F11 B1 B2", "absent": "S2 S6 S8 F3 F6 F7 F9 F10 T0 T1 T4 Q B3 B4"},
        ),
        (
            "baiyang-mayor-2024.docx",
            {"met": "Y1 F1 F3 F7", "thin": "Y2 D1 D2 D3 D4 F11 S5", "absent": "F6 F10 F13 K1 S11", "na": "P1 P2 P3"},
        ),
        (
            "lucheng-director-2024.html",
            {"thin": "S4 F3 F4 F5 F8 S9", "absent": "Y2 D1 D2 D3 D4 F1 F6 F10 F13 K1 Q", "na": "P1 P2 P3"},
        ),
    ],
)
def test_reports_with_faults(name: str, expected: dict[str, str], library: Library) -> None:
    found = statuses(record(EXAMPLES / name, library))
    wanted = {ident: status for status, idents in expected.items() for ident in idents.split()}
    assert {ident: found[ident] for ident in wanted} == wanted


def test_a_department_without_enforcement_owes_none_of_it(library: Library) -> None:
    told = record(EXAMPLES / "lushan-archives-2025.docx", library)
    na = {element["id"]: element["reason"] for element in told["elements"] if element["status"] == "na"}
    assert sorted(na) == ["B2", "F8", "T0", "T1", "T2", "T3", "T4"]
    assert na["T1"] == "报告写明本部门没有行政执法职责"


def test_what_the_opening_says_the_body_has_no_power_to_do_is_not_owed(library: Library) -> None:
    opening = "2024年，我局是服务部门，没有行政处罚、行政强制职能。现将有关情况报告如下："
    text = f"云岭县档案馆2024年法治政府建设年度报告\n{opening}\n一、主要做法\n审查合同12份。\n"
    found = statuses(dict(report_record(of_text(text, library))))
    assert {found[ident] for ident in ("F8", "T0", "T1", "T2", "T3", "T4")} == {"na"}


def test_a_duty_of_another_post_is_said_not_to_apply(library: Library) -> None:
    secretary = record(EXAMPLES / "yanxi-secretary-2025.txt", library)
    na = {element["id"]: element for element in secretary["elements"] if element["status"] == "na"}
    assert sorted(na) == ["F10", "F6", "F7", "F8"]
    assert na["F10"]["reason"] == "报告人不是政府主要负责人，这是职责规定第六条的职责"
    assert na["F10"]["evidence"][0]["quote"] == "芦溪县盐溪镇党委书记2025年度述法报告"


def test_both_posts_owe_both_duties(library: Library) -> None:
    title = "青禾街道党工委书记、办事处主任2024年度述法报告"
    told = report_record(of_text(f"{title}\n{BODY.replace('我局', '我')}", library))
    assert {"na"}.isdisjoint(statuses(dict(told)).values())


def test_the_acts_of_those_below_are_not_the_leaders_own(library: Library) -> None:
    head = "青禾镇镇长2024年度述法报告\n现将本人述法情况报告如下：\n一、履职情况\n"
    others = "司法所开展普法宣传26场次，发放资料6500份。\n镇综合行政执法队查处违法案件14件，评查案卷20份。\n"
    own = "我到村宣讲法律4场。\n我抽查执法案卷20份。\n"
    below = statuses(dict(report_record(of_text(head + others, library))))
    leader = statuses(dict(report_record(of_text(head + own, library))))
    assert (below["F11"], below["F8"], leader["F11"], leader["F8"]) == ("absent", "absent", "met", "met")


def test_a_county_leader_owes_directly_and_a_towns_leader_by_reference(library: Library) -> None:
    def cite(title: str) -> str:
        told = dict(report_record(of_text(f"{title}\n{BODY.replace('我局', '我')}", library)))
        (element,) = [e for e in told["elements"] if e["id"] == "D1"]
        return str(element["basis"][0]["cite"])

    assert cite("中共云岭县委书记2024年度述法报告").startswith("《党政主要负责人")
    assert cite("青禾镇党委书记2024年度述法报告").startswith("参照《党政主要负责人")


# ---------------------------------------------------------------- reports in other hands


@pytest.mark.parametrize("name", MARKS)
def test_marked_reports_are_chosen_rightly(name: str, library: Library) -> None:
    told = record(BLIND / "reports" / f"{name}.txt", library)
    assert told["checklist"]["id"] == MARKS[name]["checklist"]
    marked = sorted(ident for status in STATUSES for ident in MARKS[name][status].split())
    assert marked == sorted(statuses(told))


def test_marked_reports_agree(library: Library) -> None:
    same = total = 0
    for name, marks in MARKS.items():
        found = statuses(record(BLIND / "reports" / f"{name}.txt", library))
        wanted = {ident: status for status in STATUSES for ident in marks[status].split()}
        total += len(wanted)
        same += sum(found[ident] == status for ident, status in wanted.items())
    assert same / total >= 0.95, f"{same}/{total}"


# ---------------------------------------------------------------- remedies


def _tried(checklist: Checklist, element: PhraseElement, text: str) -> str:
    trial, owner = Trial(checklist), Owner(element, False)
    staged = trial.stage(owner, Example(text=text, role=next(iter(element.where), None)))
    return str(trial.verdict(trial.context(staged), owner, staged))


def _filled(sample: str) -> str:
    for blank, words in (
        ("《〔　〕》", "《民法典》"),
        ("〔　〕年，", "全年，"),
        ("〔　〕月", "12月"),
        ("〔　〕年", "2024年"),
    ):
        sample = sample.replace(blank, words)
    return sample.replace("〔　〕", "3")


@pytest.mark.parametrize("name", ["township", "department", "shufa"])
def test_a_sample_with_its_blanks_filled_is_enough(name: str) -> None:
    checklist = load(name)
    wrong = []
    for element in checklist.file.element:
        if not isinstance(element, PhraseElement):
            continue
        sample, *_ = re.split(r"（没有", element.remedy.sample)
        if (status := _tried(checklist, element, _filled(sample))) != "met":
            wrong.append((element.id, status, sample))
        for honest in re.findall(r"（没有[^：）]*写：([^）]*)）", element.remedy.sample):
            if (status := _tried(checklist, element, honest)) not in ("met", "na"):
                wrong.append((element.id, status, honest))
    assert wrong == []
