"""Which document a baseline or a verdict speaks of."""

from pathlib import Path
from typing import Any

import pytest

from lint.policy.identity import Identity, identity, match, relative


def known(path: str = "甲.txt", issuer: str | None = "禾阳县梨溪镇人民政府", year: int | None = 2025) -> Identity:
    return Identity(issuer, year, "township", path)


@pytest.mark.parametrize(
    "other",
    [
        known("改名.docx"),
        known("改名.docx", "禾阳县 梨溪镇人民政府"),
        known(issuer="梨溪镇人民政府"),  # the title has been completed since
        known(issuer=None),
        known(year=None),
    ],
)
def test_the_same_document(other: Identity) -> None:
    assert match(known(), [other]) is other
    assert match(other, [known()]) == known()


@pytest.mark.parametrize(
    "other",
    [
        known(issuer="禾阳县麦桥镇人民政府"),  # another township in a file of the same name
        known(issuer="东梨溪镇人民政府"),
        known(year=2024),
        known("乙.txt", issuer="梨溪镇人民政府"),  # neither name nor path
        known("乙.txt", issuer=None),
        Identity("禾阳县梨溪镇人民政府", 2025, "street", "甲.txt"),
    ],
)
def test_another_document(other: Identity) -> None:
    assert match(known(), [other]) is None


def test_of_two_copies_the_one_at_the_same_path_is_meant() -> None:
    copies = [known("乙.txt"), known("甲.txt")]
    assert match(known(), copies) is copies[1]
    assert match(known("丙.txt"), copies) is copies[0]


def test_paths_are_seen_from_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "各镇").mkdir()
    monkeypatch.chdir(tmp_path / "各镇")
    assert relative("梨溪.txt", tmp_path) == "各镇/梨溪.txt"
    assert relative("../麦桥.txt", tmp_path / "各镇") == "../麦桥.txt"
    report: Any = {"path": "梨溪.txt", "issuer": " 梨溪镇 人民政府", "report_year": 2025, "checklist": {"id": "x"}}
    assert identity(report, tmp_path) == Identity("梨溪镇人民政府", 2025, "x", "各镇/梨溪.txt")
