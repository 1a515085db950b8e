"""Front and back matter in the forms that real reports have (titles, issuers, recipients, signatures)."""

import pytest
from understood import plain, quote

from lint.document.report import Front, Report

TITLE = "青石镇2024年法治政府建设情况报告"
OPENING = "今年以来，我镇认真落实上级部署，扎实推进各项工作，取得了一定成效。现将有关情况报告如下："
BODY = f"""{OPENING}
一、主要举措和成效
（一）加强学习。全年组织学法6次。
（二）规范决策。审查合同12份。
二、存在的不足
一是力量不足。二是形式单一。
三、下一步安排
（一）充实力量。
"""


def report(head: str = TITLE, tail: str = "", **more: str) -> Report:
    return plain(f"{head}\n{BODY}{tail}", **more)


def front(head: str = TITLE, tail: str = "") -> Front:
    return report(head, tail).front


def title_lines(found: Report) -> list[str | None]:
    return [quote(found, line) for line in found.front.title_lines]


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("青石镇2024年法治政府建设情况报告", "青石镇", 2024),
        ("青石镇2024年度法治政府建设年度报告", "青石镇", 2024),
        ("青石镇人民政府关于2024年法治政府建设情况的报告", "青石镇人民政府", 2024),
        ("青石镇人民政府关于2024年度法治政府建设工作情况的报告", "青石镇人民政府", 2024),
        ("青石镇2024年法治政府建设工作报告", "青石镇", 2024),
        ("青石镇2024年法治政府建设情况报告及2025年工作方案", "青石镇", 2024),
        ("青石镇2024年法治政府建设工作总结和2025年工作思路", "青石镇", 2024),
        ("青石镇2024年法治政府建设报告", "青石镇", 2024),
        ("青石镇2024年法治政府建设工作总结", "青石镇", 2024),
        ("青石镇2024年法治政府建设工作总结报告", "青石镇", 2024),
        ("青石镇2024年法治政府建设情况", "青石镇", 2024),
        ("青石镇2024年法治政府年度报告", "青石镇", 2024),
        ("青石镇人民政府关于法治政府建设情况的报告", "青石镇人民政府", None),
        ("青石镇关于2024年全面依法治县和法治政府建设工作的报告", "青石镇", 2024),
        ("青石镇全面依法治镇和法治政府建设工作报告", "青石镇", None),
        ("青石镇依法办事暨法治政府建设自查报告", "青石镇", None),
        ("青石镇2024法治政府建设年度报告", "青石镇", 2024),
        ("青石镇二〇二四年法治政府建设情况报告", "青石镇", 2024),
        ("青石镇二○二四年法治政府建设情况报告", "青石镇", 2024),
        ("青石镇２０２４年法治政府建设情况报告", "青石镇", 2024),
        ("青石镇 2024 年法治政府建设情况报告", "青石镇", 2024),
        ("青石镇****年法治政府建设情况报告", "青石镇", None),
        ("2024年度青石镇法治政府建设情况报告", "青石镇", 2024),
        ("关于青石镇二〇二四年度法治政府建设情况的报告", "青石镇", 2024),
        ("青石镇党委、政府关于2024年法治政府建设情况的报告", "青石镇党委、政府", 2024),
        ("中共青石镇委员会青石镇人民政府关于2024年法治政府建设情况的报告", "中共青石镇委员会青石镇人民政府", 2024),
        ("青石镇2024年度法治政府建设情况报告（送审稿）", "青石镇", 2024),
    ],
)
def test_titles_of_one_line(title: str, issuer: str, year: int | None) -> None:
    found = report(title)
    assert quote(found, found.front.title) == title
    told = found.front
    assert (told.issuer, told.place, told.issuer_kind, told.title_year) == (issuer, "青石镇", "镇", year)
    assert quote(found, told.opening) == OPENING


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["青石镇人民政府", "关于2024年法治政府建设情况的报告"], "青石镇人民政府"),
        (["中共青石镇委员会", "青石镇人民政府", "关于2024年法治政府建设情况的报告"], "中共青石镇委员会青石镇人民政府"),
        (["中共青石镇委员会 青石镇人民政府", "关于2024年法治政府建设情况的报告"], "中共青石镇委员会青石镇人民政府"),
        (["青石镇2024年法治政府建设", "工作总结"], "青石镇"),
        (["青石镇人民政府", "2024年法治政府建设", "情况报告"], "青石镇人民政府"),
        (["中共青石镇委员会", "青石镇人民政府", "2024年度法治政府建设年度报告"], "中共青石镇委员会青石镇人民政府"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_titles_of_several_lines(lines: list[str], issuer: str, gap: str) -> None:
    found = report(gap.join(lines))
    assert title_lines(found) == lines
    told = found.front
    assert (told.issuer, told.place, told.report_year, told.furniture) == (issuer, "青石镇", 2024, ())


@pytest.mark.parametrize(
    "head",
    ["", "县委、县政府：", "2024年工作情况报告如下：", "一、工作情况报告", "各位代表，现在我作报告。"],
)
def test_no_title(head: str) -> None:
    found = plain(f"{head}\n{BODY}".lstrip())
    assert (found.front.title, found.front.title_lines, found.front.title_year) == (None, (), None)


def test_only_the_last_title_is_the_documents() -> None:
    found = report(
        "青石镇2024年法治政府建设年度报告\n青石镇2024年法治政府建设情况报告\n\n青石镇人民政府关于2024年度法治政府建设情况的报告"
    )
    assert title_lines(found) == ["青石镇人民政府关于2024年度法治政府建设情况的报告"]
    assert [quote(found, line) for line in found.front.duplicate_titles] == [
        "青石镇2024年法治政府建设年度报告",
        "青石镇2024年法治政府建设情况报告",
    ]
    assert found.front.furniture == found.front.duplicate_titles


@pytest.mark.parametrize(
    ("name", "place", "kind"),
    [
        ("市桥街道办事处", "市桥街道", "街道"),
        ("番禺区市桥街道办事处", "市桥街道", "街道"),
        ("广州市番禺区市桥街道办事处", "市桥街道", "街道"),
        ("区庄乡", "区庄乡", "乡"),
        ("海珠区区庄乡人民政府", "区庄乡", "乡"),
        ("州城街道", "州城街道", "街道"),
        ("荆州市沙市区州前街道", "州前街道", "街道"),
        ("监利市沙市镇", "沙市镇", "镇"),
        ("府前街道", "府前街道", "街道"),
        ("云岭县府前街道办事处", "府前街道", "街道"),
        ("城关镇", "城关镇", "镇"),
        ("镇坪县城关镇人民政府", "城关镇", "镇"),
        ("关庙镇", "关庙镇", "镇"),
        ("云阳县关庙镇人民政府", "关庙镇", "镇"),
        ("乡宁县关王庙乡人民政府", "关王庙乡", "乡"),
        ("镇平县人民政府玉都街道办事处", "玉都街道", "街道"),
        ("东乡县达板镇", "达板镇", "镇"),
        ("新市区南街街道办事处", "南街街道", "街道"),
        ("乌鲁木齐市新市区安宁渠镇", "安宁渠镇", "镇"),
        ("市中区市中街道", "市中街道", "街道"),
        ("呼图壁县五工台镇人民政府", "五工台镇", "镇"),
        ("新疆维吾尔自治区伊犁哈萨克自治州尼勒克县乌赞镇人民政府", "乌赞镇", "镇"),
        ("奇台县乔仁哈萨克族乡", "乔仁哈萨克族乡", "乡"),
        ("巴音郭楞蒙古自治州和静县巴音布鲁克镇", "巴音布鲁克镇", "镇"),
        ("锡林郭勒盟东乌珠穆沁旗乌里雅斯太镇", "乌里雅斯太镇", "镇"),
        ("阿拉善盟阿拉善左旗巴润别立镇", "巴润别立镇", "镇"),
        ("科尔沁右翼前旗察尔森镇", "察尔森镇", "镇"),
        ("关岭布依族苗族自治县关索街道", "关索街道", "街道"),
        ("重庆市云阳县双土镇人民政府", "双土镇", "镇"),
        ("中共青石镇委员会", "青石镇", "镇"),
        ("中共镇原县屯字镇委员会镇原县屯字镇人民政府", "屯字镇", "镇"),
    ],
)
def test_place_and_kind_of_the_issuer(name: str, place: str, kind: str) -> None:
    told = front(f"{name}2024年法治政府建设年度报告")
    assert (told.issuer, told.place, told.issuer_kind) == (name, place, kind)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2024年，青石镇在县委的坚强领导下，扎实推进各项工作。\n一、做法\n学法6次。", "青石镇"),
        ("2024年，市桥街道坚持依法办事。\n一、做法\n学法6次。", "市桥街道"),
        ("2024年，达来苏木深入推进各项工作。\n一、做法\n学法6次，苏木干部参加，苏木主要领导讲课。", "达来苏木"),
        ("2024年，市桥街道办事处深入推进各项工作。\n一、做法\n学法6次。", "市桥街道"),
        ("2024年，青石镇扎实推进各项工作。\n一、做法\n学法6次。", "青石镇"),
        ("2024年，我们推进法治镇建设。\n一、做法\n建法治镇，评法治镇，依法治镇，夸依法治镇。", ""),
        ("2024年，我镇在县委的坚强领导下，扎实推进各项工作。\n一、做法\n学法6次。", ""),
        ("2024年，各乡镇认真落实。\n一、做法\n全镇学法6次，全镇培训3次。", ""),
        ("今年，成效明显。\n一、做法\n云陂乡学法6次。云陂乡培训3次，推动云陂乡发展。", "云陂乡"),
        ("今年，成效明显。\n一、做法\n学法6次。\n青石镇人民政府\n2025年1月10日", "青石镇"),
    ],
)
def test_place_without_a_title(text: str, place: str) -> None:
    assert plain(text).front.place == place


def test_a_banner_in_the_steppe_has_townships_of_its_own() -> None:
    told = front("白音旗达来苏木2024年法治政府建设情况报告")
    assert (told.issuer, told.place, told.issuer_kind) == ("白音旗达来苏木", "达来苏木", "乡")


def test_the_column_of_a_page_is_no_part_of_the_title() -> None:
    found = report("【年度报告】青石镇2024年法治政府建设情况报告")
    assert quote(found, found.front.title) == "青石镇2024年法治政府建设情况报告"
    assert found.front.issuer == "青石镇"


def test_who_reports_and_when_below_the_title() -> None:
    found = report("2024年法治政府建设情况报告\n青石镇人民政府\n（2025年1月20日）\n县委、县政府：")
    told = found.front
    assert [quote(found, span) for span in (told.recipient, told.signature, told.date_span)] == [
        "县委、县政府：",
        "青石镇人民政府",
        "2025年1月20日",
    ]
    assert told.date == (2025, 1, 20)


def test_a_body_below_the_title_without_a_day_signs_nothing() -> None:
    assert front("2024年法治政府建设情况报告\n青石镇人民政府").signature is None


@pytest.mark.parametrize(
    "recipient",
    [
        "县委、县政府：",
        "区委、区政府:",
        "市委、市政府：",
        "中共云岭县委、云岭县人民政府：",
        "中共云岭县县委、云岭县人民政府：",
        "中共云岭县委员会,云岭县人民政府:",
        "云岭县委、县政府：",
        "山岭县人民政府：",
        "县委全面依法治县委员会办公室：",
        "中共云岭县委全面依法治县委员会办公室：",
        "市委全面依法治市委员会：",
        "城中区委全面依法治区委员会：",
        "区委,区政府:",
        "县委和县政府：",
        "县委  县政府：",
        "县司法局：",
        "县依法治县办：",
        "县法治政府建设领导小组：",
    ],
)
def test_recipients(recipient: str) -> None:
    found = report(f"{TITLE}\n\n{recipient}")
    assert quote(found, found.front.recipient) == recipient
    assert quote(found, found.front.opening) == OPENING
    assert found.text[found.front.body_start :].startswith(OPENING)


@pytest.mark.parametrize(
    "line",
    [
        "现将有关情况报告如下：",
        "2024年，我镇在县委、县政府领导下，主要做了以下工作：",
        "在县委、县政府的领导下，我们做到：",
        "一、向县委、县政府：",
        "青石镇人民政府",
        "县委、县政府高度重视此项工作。",
    ],
)
def test_no_recipients(line: str) -> None:
    assert front(f"{TITLE}\n{line}").recipient is None


@pytest.mark.parametrize("piece", ["1", "《", "《二一一一年", "书记、", "书记兼", "一"])
def test_a_hundred_thousand_characters_without_sense(piece: str) -> None:
    """Each costs minutes where an expression looks at the rest of the text anew from every character."""
    assert plain(piece * (100_000 // len(piece))).front.report_year is None
