"""Front and back matter in the forms that real reports have (titles, issuers, recipients, signatures)."""

from dataclasses import replace

import pytest
from understood import plain, quote

from lint.document.document import Document, plain_lines
from lint.document.report import Front, Report, Span
from lint.document.understand import understand

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
        ("2024年，我镇在县委的坚强领导下，扎实推进各项工作。\n一、做法\n学法6次。", ""),
        ("2024年，各乡镇认真落实。\n一、做法\n全镇学法6次，全镇培训3次。", ""),
        ("今年，成效明显。\n一、做法\n云陂乡学法6次。云陂乡培训3次，推动云陂乡发展。", "云陂乡"),
        ("今年，成效明显。\n一、做法\n学法6次。\n青石镇人民政府\n2025年1月10日", "青石镇"),
    ],
)
def test_place_without_a_title(text: str, place: str) -> None:
    assert plain(text).front.place == place


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


@pytest.mark.parametrize(
    ("tail", "signature", "date", "shown"),
    [
        ("青石镇人民政府\n2025年1月10日", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        ("中共青石镇委员会\n青石镇人民政府\n2025年1月10日", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        (
            "中共青石镇委员会    青石镇人民政府\n2025年1月10日",
            "中共青石镇委员会    青石镇人民政府",
            (2025, 1, 10),
            "2025年1月10日",
        ),
        ("青石镇人民政府 2025年1月10日", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        ("青石镇人民政府\n2025 年 1 月 10 日", "青石镇人民政府", (2025, 1, 10), "2025 年 1 月 10 日"),
        ("青石镇人民政府\n二〇二五年一月十日", "青石镇人民政府", (2025, 1, 10), "二〇二五年一月十日"),
        ("青石镇人民政府\n二○二四年十二月三十一日", "青石镇人民政府", (2024, 12, 31), "二○二四年十二月三十一日"),
        ("青石镇\n2025年1月10日", "青石镇", (2025, 1, 10), "2025年1月10日"),
        ("市桥街道办事处\n2025年1月10日", "市桥街道办事处", (2025, 1, 10), "2025年1月10日"),
        ("青石镇党政办\n2025年1月10日", "青石镇党政办", (2025, 1, 10), "2025年1月10日"),
        ("青石镇人民政府（盖章）\n2025年1月10日", "青石镇人民政府（盖章）", (2025, 1, 10), "2025年1月10日"),
        ("2025年1月10日\n青石镇人民政府", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        ("2025年1月10日", None, (2025, 1, 10), "2025年1月10日"),
        ("青石镇人民政府", "青石镇人民政府", None, None),
        ("青石镇人民政府\n2025年1月", "青石镇人民政府", None, None),
        ("青石镇人民政府\n2025年1月10日\n附件：情况表", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        (
            "青石镇人民政府\n2025年1月10日\n（此件公开发布）\n抄送：县司法局",
            "青石镇人民政府",
            (2025, 1, 10),
            "2025年1月10日",
        ),
        (
            "青石镇人民政府\n2025年1月10日\n扫一扫在手机打开当前页\n【打印】【关闭】",
            "青石镇人民政府",
            (2025, 1, 10),
            "2025年1月10日",
        ),
    ],
)
def test_signature_and_date(
    tail: str, signature: str | None, date: tuple[int, int, int] | None, shown: str | None
) -> None:
    found = report(tail=tail)
    told = found.front
    assert (quote(found, told.signature), told.date, quote(found, told.date_span)) == (signature, date, shown)
    assert found.text[: told.body_end].endswith("（一）充实力量。")


@pytest.mark.parametrize(
    "tail",
    [
        "",
        "总之，我们将继续努力。",
        "青石镇人民政府将于2025年1月10日召开会议。",
        "会议定于2025年1月10日。",
    ],
)
def test_no_signature(tail: str) -> None:
    told = front(tail=tail)
    assert (told.signature, told.date) == (None, None)


SIGNED = "青石镇人民政府\n2025年1月20日\n"


@pytest.mark.parametrize(
    "below",
    [
        "抄送：县司法局。\n青石镇党政综合办公室  2025年1月21日印发\n",
        "青石镇党政综合办公室  2025年1月21日印发\n",
        "抄送：县司法局。\n青石镇党政综合办公室\n2025年1月21日印发\n",
        "青石镇党政综合办公室\n2025年1月21日印发\n",
        "青石镇党政综合办公室\t2025年1月21日印发\n（共印10份）\n",
        "注：本报告数据截至2024年12月31日。\n",
        "注：1.数据来自部门。\n2.数据截至年底。\n",
        "附：统计表\n项目\t数量\t备注\n案件\t21\t件\n",
        "附：统计表\n项目 数量 备注\n案件 21 件\n全年共办理案件21件，比上年多3件，详见各村台账，其他情况另行说明。\n",
        "附表1\n项目\t数量\n案件\t21\n",
        "项目\t数量\n案件\t21\n",
        "校对：王某某\n",
        "1指镇综合行政执法队，全队共12人。\n2不含辅助人员。\n",
        "[1]指镇综合行政执法队\n",
        "— 5 —\n",
        "（此件公开发布）\n附件1\n任务分解表\n一、加强学习\n",
    ],
)
def test_what_stands_below_the_date_hides_neither_signature_nor_date(below: str) -> None:
    found = report(tail=SIGNED + below)
    assert (quote(found, found.front.signature), found.front.date) == ("青石镇人民政府", (2025, 1, 20))
    assert quote(found, Span(found.sections[-1].start, found.front.body_end)) == "（一）充实力量。"


def test_a_signature_at_the_top_ends_no_report() -> None:
    text = f"{TITLE}\n青石镇人民政府\n2025年1月20日\n打印\n{BODY}{SIGNED}"
    found = plain(text)
    assert found.front.date == (2025, 1, 20)
    assert len(found.sections) == 6


def test_a_body_that_goes_on_below_a_date_is_read_to_its_end() -> None:
    tail = "青石镇人民政府\n2025年1月20日\n四、补充说明\n全年另有两项工作需要说明，具体情况如下。\n"
    assert report(tail=tail).sections[-1].text == "补充说明"


def test_notes_are_no_part_of_the_body() -> None:
    text = f"{TITLE}\n{BODY}{SIGNED}指镇综合行政执法队，\n全队共12人。\n"
    lines = tuple(
        replace(line, part="footnote") if line.start >= text.index("指镇") else line for line in plain_lines(text)
    )
    found = understand(Document("甲.docx", "docx", text, lines))
    assert (quote(found, found.front.signature), found.front.date) == ("青石镇人民政府", (2025, 1, 20))
    assert "指镇综合行政执法队" in found.text
    assert all(clause.end <= found.front.body_end for clause in found.clauses)
    unsigned = text.replace(SIGNED, "")
    lines = tuple(
        replace(line, part="footnote") if line.start >= unsigned.index("指镇") else line
        for line in plain_lines(unsigned)
    )
    found = understand(Document("甲.docx", "docx", unsigned, lines))
    assert quote(found, found.paragraphs[-1]) == "指镇综合行政执法队，\n全队共12人。"
    assert found.text[found.sections[-1].start : found.sections[-1].body_end].strip() == "（一）充实力量。"
