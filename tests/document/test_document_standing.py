"""How clauses hold, with the flagship checklist's words: each standing with what has it and what only looks like it."""

import pytest
from understood import OPENING, TITLE, plain, quote, read

from lint.document import report as r
from lint.document.report import Report

MEASURES, SHORTCOMINGS, PLAN = "一、主要举措和成效\n", "二、存在的不足\n", "三、2025年工作安排\n"


def clauses(text: str, head: str = MEASURES) -> list[tuple[str, str]]:
    report = read(TITLE + OPENING + head + text + "\n")
    start = report.text.index(text[:1], report.sections[0].end)
    return [(str(quote(report, c)), c.standing) for c in report.clauses if c.start >= start]  # type: ignore[arg-type]


def standings(text: str, head: str = MEASURES) -> list[str]:
    return [standing for _, standing in clauses(text, head)]


def spans(report: Report) -> list[tuple[str, str]]:
    return [(report.text[a:b], standing) for c in report.clauses for a, b, standing in c.spans]


@pytest.mark.parametrize(
    "text",
    [
        "镇党委会全年听取专题汇报4次。",
        "将依法治理纳入年度工作计划，每季度调度一次。",
        "将述法列入年终考核。",
        "将执法事项分解到岗到人。",
        "将处理结果张贴在公开栏。",
        "作出处罚前，对拟作出的决定进行审核。",
        "进一步完善议事规则，审查合同12份。",
        "继续开展普法，发放资料300份。",
        "按照县委要求，组织学法6次。",
        "根据上级部署，开展案卷评查2次。",
        "对照考核要求，补齐档案30份。",
        "在县司法局指导下，我镇开展案卷评查2次。",
        "在县委、县政府的坚强领导下，完成任务12项。",
        "县司法局组织的培训，我镇派员参加2次。",
        "2023年以来，累计培训12次。",
        "与2023年相比，纠纷下降12%。",
        "与上年相比，纠纷下降12%。",
        "培训场次比上年增加3次。",
        "2024年，举办培训6次。",
        "截至2024年12月，办理案件18件。",
        "针对不规范问题，整改12项。",
        "对文书不规范的，责令整改3件。",
        "解决力量不足问题，新增2人。",
        "未经合法性审查不得上会。",
        "没有履行审查程序的，一律不得提请讨论。",
        "未经审核的合同不予签订。",
        "每年学法不少于4次。",
        "群众办事不用再跑县城。",
        "调解纠纷10件，成功率100%，走访20次。",
    ],
)
def test_done(text: str) -> None:
    assert set(standings(text)) == {r.DONE}


@pytest.mark.parametrize(
    "text",
    [
        "我镇将加强队伍建设，选派4人参加培训。",
        "下一步，我镇将组织学法，开展培训3次。",
        "下一步，组织学法，开展培训3次。",
        "明年，聘请2名律师。",
        "2025年，聘请2名律师。",
        "2025年1月，聘请2名律师。",
        "拟聘请律师2名。",
        "力争持证人员达到10名。",
        "将进一步完善议事规则，审查全部合同。",
        "计划于年底前建成法治广场。",
    ],
)
def test_planned_inside_the_measures(text: str) -> None:
    assert set(standings(text)) == {r.PLANNED}


def test_a_plan_ends_with_its_sentence() -> None:
    text = "学法6次。下一步，我镇将组织考试，邀请律师授课。全年审查合同3份。"
    assert standings(text) == [r.DONE, r.PLANNED, r.PLANNED, r.PLANNED, r.DONE]


def test_a_paragraph_that_begins_with_a_plan_is_one() -> None:
    assert standings("下一步，我镇组织学法。审查合同3份。\n全年走访12户。") == [
        r.PLANNED,
        r.PLANNED,
        r.PLANNED,
        r.PLANNED,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "继续开展普法，发放资料300份。",
        "聘请2名律师，审查合同3份。",
        "未发生行政诉讼案件。",
        "县司法局开展培训3次。",
        "力量不足。",
        "2024年学法6次。",
    ],
)
def test_nothing_in_a_plan_is_ever_done(text: str) -> None:
    assert set(standings(text, PLAN)) == {r.PLANNED}


@pytest.mark.parametrize("text", ["执法人员持证12人。", "办案能力不强。", "聘请律师1名，仍不能满足需要。"])
def test_nothing_among_shortcomings_is_ever_done(text: str) -> None:
    assert set(standings(text, SHORTCOMINGS)) == {r.LACKING}


@pytest.mark.parametrize(
    "text",
    [
        "顾问制度有待健全。",
        "没有聘请法律顾问。",
        "尚未建立公开目录。",
        "执法案卷不规范。",
        "宣传力度不够。",
        "仍然存在力量薄弱的问题。",
        "办案人员一直没有配备。",
    ],
)
def test_lacking_inside_the_measures(text: str) -> None:
    assert standings(text) == [r.LACKING]


@pytest.mark.parametrize(
    "text",
    [
        "未发生行政诉讼案件。",
        "本年度未制定规范性文件。",
        "全年没有发生行政复议案件。",
        "行政复议案件为零。",
        "全年行政诉讼0件。",
        "无行政复议案件。",
    ],
)
def test_a_declared_zero(text: str) -> None:
    assert standings(text) == [r.NONE]


@pytest.mark.parametrize("text", ["发放资料300份。", "走访20次。", "办结案件10件。", "处罚100起。", "制定制度30份。"])
def test_round_figures_are_no_zero(text: str) -> None:
    assert standings(text) == [r.DONE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县司法局开展培训3次，覆盖12个乡镇。", [r.FOREIGN, r.FOREIGN]),
        ("县司法局开展培训3次，培训我镇执法人员12名。", [r.FOREIGN, r.FOREIGN]),
        ("县司法局开展培训3次，我镇选派执法人员12名。", [r.FOREIGN, r.DONE]),
        ("县司法局开展培训3次，同时我镇组织考试1次。", [r.FOREIGN, r.DONE]),
        ("县司法局开展培训3次。选派执法人员12名。", [r.FOREIGN, r.DONE]),
        ("县法院审理案件2件。", [r.FOREIGN]),
        ("派出所办理治安案件30件。", [r.FOREIGN]),
    ],
)
def test_another_bodys_act(text: str, expected: list[str]) -> None:
    assert standings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023年，建成法治广场1处。",
        "2022年建成法治广场1处。",
        "去年，我镇开展普法12次。",
        "上年度，开展普法12次。",
        "二〇二三年，建成法治广场1处。",
        "早在2022年就成立了专班。",
    ],
)
def test_another_years_act(text: str) -> None:
    assert set(standings(text)) == {r.PAST}


def test_the_year_that_the_user_gives_decides() -> None:
    text = f"{TITLE}{OPENING}{MEASURES}2023年，建成法治广场1处。\n"
    assert [c.standing for c in read(text, 2023).clauses][-2:] == [r.DONE, r.DONE]
    assert [c.standing for c in read(text, 2022).clauses][-2:] == [r.PLANNED, r.PLANNED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各站所要严格落实责任制。", [r.REQUIRED]),
        ("党政主要负责人应当定期听取汇报。", [r.REQUIRED]),
        ("会议强调，要坚持依法办事。", [r.DONE, r.REQUIRED]),
    ],
)
def test_demands(text: str, expected: list[str]) -> None:
    assert standings(text) == expected


def test_what_a_superior_demands_is_a_span() -> None:
    report = read(f"{TITLE}{OPENING}{MEASURES}县委要求各镇建立法律顾问制度。\n")
    assert ("各镇建立法律顾问制度。", r.REQUIRED) in spans(report)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("印发《青石镇议事规则》。", ["《青石镇议事规则》"]),
        ("学习《宪法》《民法典》。", ["《宪法》", "《民法典》"]),
        ("学习<宪法>。", []),
        ("学习〈宪法〉。", ["《宪法》"]),
        ("学习《宪法。", ["《宪法。"]),
    ],
)
def test_cited_titles(text: str, cited: list[str]) -> None:
    report = read(TITLE + OPENING + MEASURES + text + "\n")
    assert [words for words, standing in spans(report) if standing == r.CITED] == cited


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("组织学习《行政处罚法》。", "《行政处罚法》。"),
        ("专题学习行政执法三项制度，参学120人次。", "行政执法三项制度，"),
        ("听取法治建设情况汇报4次。", "听取法治建设情况汇报"),
        ("围绕三项制度开展培训2次。", "围绕三项制度开展培训"),
        ("传达县委会议精神。", "县委会议精神。"),
    ],
)
def test_topics(text: str, topic: str) -> None:
    report = read(TITLE + OPENING + MEASURES + text + "\n")
    assert topic in [words for words, standing in spans(report) if standing == r.TOPIC]
    assert standings(text)[0] == r.DONE


def test_no_topic_where_nothing_is_studied() -> None:
    assert spans(read(TITLE + OPENING + MEASURES + "组织学习考试2次。审查合同3份。\n")) == []


def test_the_opening_only_announces() -> None:
    report = read(
        TITLE + "2024年，青石镇听取汇报4次。现将工作情况、存在不足及下一步安排报告如下：\n" + MEASURES + "学法6次。\n"
    )
    found = {str(quote(report, c)): c.standing for c in report.clauses}  # type: ignore[arg-type]
    assert found["青石镇听取汇报4次。"] == r.ANNOUNCED
    assert found["现将工作情况、存在不足及下一步安排报告如下："] == r.ANNOUNCED
    assert found["学法6次。"] == r.DONE


def test_a_heading_announces_its_text() -> None:
    report = read(
        f"{TITLE}{OPENING}{MEASURES}（一）聘请法律顾问\n审查合同3份。\n（二）全年组织学法6次。\n（三）全年听取汇报4次\n形成纪要。\n"
    )
    found = {str(quote(report, c)): c.standing for c in report.clauses}  # type: ignore[arg-type]
    assert found["（一）聘请法律顾问"] == r.ANNOUNCED
    assert found["（二）全年组织学法6次。"] == r.DONE
    assert found["（三）全年听取汇报4次"] == r.DONE


def test_without_words_everything_is_done() -> None:
    report = plain(TITLE + OPENING + MEASURES + "我镇将加强学习。\n")
    assert report.clauses[-1].standing == r.DONE
    assert report.clauses[-1].roles == ()


def test_a_date_line_tells_nothing_of_the_last_clause() -> None:
    assert standings("开展普法活动15场次。\n青石镇人民政府\n2025年1月20日") == ["done"]
