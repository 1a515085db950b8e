"""Front matter of reports that a department or a person makes."""

import pytest
from understood import plain, quote

from lint.document.report import Front, Report

BODY = "2024年，认真抓好各项工作。现将有关情况报告如下：\n一、主要做法\n审查合同12份。\n二、不足\n人手少。\n"


def report(head: str, tail: str = "", body: str = BODY) -> Report:
    return plain(f"{head}\n{body}{tail}")


def front(head: str, tail: str = "", body: str = BODY) -> Front:
    return report(head, tail, body).front


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("云岭县农业农村局关于2024年依法行政工作的报告", "云岭县农业农村局"),
        ("云岭县农业农村局\n关于2024年依法行政工作的报告", "云岭县农业农村局"),
        ("云岭县住房和城乡建设局2024年度工作报告", "云岭县住房和城乡建设局"),
        ("云岭县发展和改革委员会2024年度工作报告", "云岭县发展和改革委员会"),
        ("云岭县人民政府办公室关于2024年工作情况的报告", "云岭县人民政府办公室"),
        ("云岭县档案馆2024年度工作报告", "云岭县档案馆"),
        ("云岭县综合行政执法大队2024年度工作报告", "云岭县综合行政执法大队"),
        ("云岭县林业局2024年度法治\n政府建设情况报告", "云岭县林业局"),
        ("云岭经济开发区管理委员会2024年度工作报告", "云岭经济开发区管理委员会"),
        ("云岭高新区管委会关于2024年工作情况的报告", "云岭高新区管委会"),
    ],
)
def test_a_department_by_its_title(title: str, issuer: str) -> None:
    found = front(f"{title}\n县委、县政府：")
    assert (found.issuer, found.issuer_kind, found.place, found.title_year) == (issuer, "部门", "", 2024)
    assert found.recipient is not None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("中共云岭县委员会关于2024年工作的报告", "县"),
        ("云岭县人民政府关于2024年工作的报告", "县"),
        ("云岭县长安镇人民政府关于2024年工作的报告", "镇"),
        ("重庆市长寿区葛兰镇人民政府关于2024年工作的报告", "镇"),
        ("中共青禾乡委员会关于2024年工作的报告", "乡"),
        ("青禾镇党政办公室2024年工作报告", "镇"),
    ],
)
def test_what_is_no_department(title: str, kind: str) -> None:
    assert (front(title).issuer_kind, front(title).post) == (kind, "")


@pytest.mark.parametrize(
    ("opening", "issuer"),
    [
        ("2024年，云岭县林业局坚持依法办事，", "云岭县林业局"),
        ("2024年以来，县医疗保障局在县委领导下认真履职，", "县医疗保障局"),
        ("2024年，在县委、县政府领导下，云岭经济开发区认真履职，", "云岭经济开发区"),
    ],
)
def test_a_department_by_the_first_words_of_its_opening(opening: str, issuer: str) -> None:
    found = plain(f"{opening}工作有了进展。现将有关情况报告如下：\n一、主要做法\n审查合同12份。\n").front
    assert (found.issuer, found.issuer_kind) == (issuer, "部门")


def test_what_a_department_asked_for_is_not_the_department() -> None:
    opening = "根据县司法局通知要求，现将我镇2024年有关情况报告如下："
    assert plain(f"{opening}\n一、主要做法\n我镇审查合同12份。\n").front.issuer_kind != "部门"


def test_a_county_by_the_first_words_of_its_opening() -> None:
    opening = "2024年，云岭县委、县政府坚持依法办事。现将有关情况报告如下："
    found = plain(f"{opening}\n一、主要做法\n审查合同12份。\n").front
    assert (found.issuer, found.issuer_kind) == ("云岭县", "县")


def test_a_row_without_words_does_not_part_title_and_recipient() -> None:
    found = front("云岭县林业局2024年度工作报告\n| | |\n区委、区政府：")
    assert found.recipient is not None


def test_a_department_by_its_signature() -> None:
    found = report("2024年度工作报告", "云岭县林业局\n2025年1月10日\n")
    assert (found.front.issuer, found.front.issuer_kind, found.front.date) == ("云岭县林业局", "部门", (2025, 1, 10))
    assert quote(found, found.front.signature) == "云岭县林业局"


def test_a_department_by_what_it_calls_itself() -> None:
    body = BODY.replace("认真抓好", "我局与柳河镇、柳河镇人民政府一道抓好")
    assert (front("2024年度工作报告", "", body).issuer_kind, front("2024年度工作报告", "", body).issuer) == (
        "部门",
        None,
    )
    town = BODY.replace("认真抓好", "我镇与县林业局一道抓好")
    assert front("柳河镇2024年度工作报告", "", town).issuer_kind == "镇"


@pytest.mark.parametrize(
    ("head", "speaker", "post", "issuer", "kind"),
    [
        ("青禾镇党委书记2024年度述职报告\n李明远\n（2025年1月10日）", "李明远", "镇党委书记", "青禾镇党委书记", "镇"),
        (
            "2024年度述职报告\n青禾镇党委副书记、镇长 李明远\n（2025年1月10日）",
            "青禾镇党委副书记、镇长 李明远",
            "镇党委副书记、镇长",
            "青禾镇党委副书记、镇长",
            "镇",
        ),
        (
            "2024年述职报告\n（2025年1月10日）\n述职人：云岭县统计局党组书记、局长 张一",
            "述职人：云岭县统计局党组书记、局长 张一",
            "局党组书记、局长",
            "云岭县统计局党组书记、局长",
            "部门",
        ),
        (
            "云岭县林业局局长2024年述职报告\n云岭县林业局 李明远\n2025年1月10日",
            "云岭县林业局 李明远",
            "局长",
            "云岭县林业局局长",
            "部门",
        ),
    ],
)
def test_who_speaks_stands_below_the_title(head: str, speaker: str, post: str, issuer: str, kind: str) -> None:
    found = report(head)
    told = found.front
    assert quote(found, told.speaker) == speaker
    assert (told.post, told.issuer, told.issuer_kind, told.date) == (post, issuer, kind, (2025, 1, 10))
    assert quote(found, told.opening) == BODY.split("\n", maxsplit=1)[0]


@pytest.mark.parametrize("tail", ["述职人：李明远\n2025年1月10日\n", "李明远\n2025年1月10日\n", "述职人：李明远\n"])
def test_who_speaks_signs_at_the_end(tail: str) -> None:
    found = report("青禾镇镇长2024年述职报告", tail)
    assert quote(found, found.front.signature) == tail.split("\n", maxsplit=1)[0]
    assert (found.front.issuer, found.front.post) == ("青禾镇镇长", "镇长")


def test_the_post_is_told_by_the_opening() -> None:
    body = BODY.replace("2024年，认真", "作为镇党委书记，2024年我认真")
    assert front("2024年度述职报告", "", body).post == "镇党委书记"
    assert front("2024年度述职报告").post == ""


def test_the_name_of_the_person_is_not_the_issuer() -> None:
    assert front("青禾镇镇长李明远2024年述职报告").issuer == "青禾镇镇长"


def test_a_day_in_brackets_below_the_title_is_the_day_of_the_report() -> None:
    found = report("青禾镇2024年工作报告\n（2025年1月10日）\n县委、县政府：")
    assert (found.front.date, quote(found, found.front.date_span)) == ((2025, 1, 10), "2025年1月10日")
    assert quote(found, found.front.recipient) == "县委、县政府："


def test_the_day_at_the_end_comes_first() -> None:
    assert front("青禾镇2024年工作报告\n（2025年1月10日）", "青禾镇\n2025年2月8日\n").date == (2025, 2, 8)
