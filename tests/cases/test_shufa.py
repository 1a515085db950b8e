"""Reports of persons, marked before the tool had seen them: told for what they are, judged as marked."""

import json
from datetime import date
from pathlib import Path

import pytest

from lint.fitting import Library
from lint.record import report_record
from lint.run import Choices, Run, check_file

HERE = Path(__file__).resolve().parent / "shufa"
NAMES = sorted(path.stem for path in (HERE / "marks").glob("*.json"))
BODY = "一、履职情况\n（一）带头学法。主持学法4次。\n二、存在的不足\n学习不够。\n三、下一步打算\n每月学习1次。\n"
OF_PERSONS = [
    "青禾镇党委书记2024年述法报告",
    "2024年度个人述法材料",
    "云岭县林业局领导班子2024年度述法报告",
    "2024年述法述职述廉报告",
    "述职述德述廉述法报告",
    "关于履行法治政府建设第一责任人职责情况的报告",
    "青禾镇党委书记履行法治建设第一责任人职责述职报告",
    "关于2024年推进法治建设履职情况的汇报",
    "在全县2024年度述法会议上的发言",
    "云岭县人民政府县长2023年度述法报告（书面）",
    "2024年度述法",
]
NOT_OF_PERSONS = [
    "青禾镇人民政府关于2024年法治政府建设工作情况的报告",
    "青禾镇2024年法治政府建设暨党政主要负责人履行推进法治建设第一责任人职责情况报告",
    "青禾镇召开2024年度述法工作会议",
    "关于做好2024年度述法工作的通知",
    "青禾镇2024年述法工作总结",
    "关于述法工作开展情况的报告",
    "青禾镇镇长2024年度述职述廉报告",
    "青禾镇党政主要负责人履行推进法治建设第一责任人职责清单",
]
OPENINGS = [
    ("现将我街道党政主要负责人落实法治建设第一责任人职责情况报告如下：", True),
    ("现将个人履行推进法治政府建设工作情况汇报如下：", True),
    ("下面我把今年抓法治的情况向大家作一汇报：", True),
    ("作为镇党委书记，我切实扛起法治建设第一责任人职责。现将有关情况报告如下：", True),
    ("现将我镇2024年法治政府建设情况报告如下：", False),
    ("现将我镇法治政府建设暨党政主要负责人履行第一责任人职责情况报告如下：", False),
    ("我镇主要负责人认真履行法治建设第一责任人职责，带头述法。现将我镇法治政府建设情况汇报如下：", False),
]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def checked(path: Path, library: Library) -> Run:
    run = check_file(path, library, Choices(date(2026, 11, 22)))
    assert isinstance(run, Run)
    return run


def chosen(text: str, folder: Path, library: Library) -> str | None:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    run = checked(path, library)
    return run.checklist.identity.id if run.recognised else None


@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_a_person_is_told(name: str, library: Library) -> None:
    run = checked(HERE / "reports" / f"{name}.txt", library)
    assert (run.recognised, run.checklist.identity.id) == (True, "shufa")


def test_statuses_agree_with_the_marks(library: Library) -> None:
    right, misses = 0, []
    for name in NAMES:
        marks = json.loads((HERE / "marks" / f"{name}.json").read_text(encoding="utf-8"))["elements"]
        record = report_record(checked(HERE / "reports" / f"{name}.txt", library))
        for element in record["elements"]:
            wanted = marks[element["id"]]
            right += element["status"] in wanted
            if element["status"] not in wanted:
                misses.append(f"{name} {element['id']}: said {element['status']}, marks {wanted}")
    assert right / (right + len(misses)) >= 0.95, "\n".join(misses)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_their_numbers_is_faulted(name: str, library: Library) -> None:
    """What an editor would mark in them is the form of some numbers."""
    record = report_record(checked(HERE / "reports" / f"{name}.txt", library))
    assert {f["rule"] for f in record["findings"] if f["element"] is None} <= {"numbering"}


@pytest.mark.parametrize("title", OF_PERSONS)
def test_titles_of_persons(title: str, tmp_path: Path, library: Library) -> None:
    assert chosen(f"{title}\n2024年，我认真履职。现将有关情况报告如下：\n{BODY}", tmp_path, library) == "shufa"


@pytest.mark.parametrize("title", NOT_OF_PERSONS)
def test_titles_of_other_papers(title: str, tmp_path: Path, library: Library) -> None:
    assert chosen(f"{title}\n2024年，青禾镇推进各项工作。现将有关情况报告如下：\n{BODY}", tmp_path, library) != "shufa"


@pytest.mark.parametrize(("opening", "told"), OPENINGS)
def test_openings_without_a_title(opening: str, told: bool, tmp_path: Path, library: Library) -> None:
    assert (chosen(f"{opening}\n{BODY}", tmp_path, library) == "shufa") is told
