"""The page: what a reviewer finds on it, and that nothing from outside gets in."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from lint.checks.results import CheckResult, Finding, Outcome, Shortcoming
from lint.record import record, report_record
from lint.render.index import Entry, index_page
from lint.render.page import page
from lint.render.words import whole
from lint.run import Failure
from tests.render.build import PERSON, PHONE, TEXT, at, build, result
from tests.render.html_reading import Node, read

HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(2)>'\"&{{7*7}}\u202ejavascript:alert(3)\x00\x1b"


@pytest.fixture(scope="module")
def html() -> str:
    return page(build())


@pytest.fixture(scope="module")
def tree(html: str) -> Node:
    return read(html)


def section(tree: Node, ident: str) -> Node:
    return tree.all(id=ident)[0]


def flat(node: Node) -> str:
    return " ".join(node.text.split())


def test_the_head_tells_what_was_checked_and_the_verdict_with_its_denominator(tree: Node) -> None:
    head = tree.all("header")[0]
    assert tree.all("h1")[0].text == "柳河镇人民政府关于2024年法治政府建设情况的报告"
    for said in ("清单体检", "柳河镇人民政府", "2024", "柳河镇 2024.txt", "2025-01-16", "2025-02-01"):
        assert said in head.text
    assert "应查 17 项：满足 11、不充分 4、缺失 2；待核 1、不适用 1、未查成 1" in head.text
    bar = tree.all("svg")[0]
    assert [text.text for text in bar.all("text")] == ["● 11", "◐ 4", "○ 2", "？ 1"]
    assert [flat(item) for item in head.all("ul", class_="key")[0].all("li")] == [
        "● 满足 11",
        "◐ 不充分 4",
        "○ 缺失 2",
        "？ 待核 1",
    ]


def test_the_bar_is_whole(tree: Node) -> None:
    widths = [
        float(rect.attributes["width"].rstrip("%"))
        for rect in tree.all("svg")[0].all("rect")
        if rect.attributes.get("class")
    ]
    assert abs(sum(widths) - 100) < 0.1


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (CheckResult((Outcome("S1", "met"),)), "可以报送：本清单应查的 1 项都已写明。"),
        (
            CheckResult((Outcome("S1", "met"), Outcome("F9", "review"))),
            "可以报送：本清单应查的 1 项都已写明。另有 1 项请人工核对。",
        ),
        (CheckResult((Outcome("F3", "thin"),)), "可以报送，改好下面几处更完整：1 项写得不充分。"),
        (
            CheckResult(tuple(Outcome(ident, "thin") for ident in ("F1", "F3", "F5", "F9", "F10"))),
            "多处没有写到或没有写实，建议补实再报送：5 项写得不充分。",
        ),
        (
            CheckResult((Outcome("S8", "absent"), Outcome("F3", "thin"))),
            "建议改好再报送：1 项没有写到，1 项写得不充分。",
        ),
        (
            CheckResult(findings=(Finding("sums", "error", "m", ((0, 2),)),)),
            "建议改好再报送：文字与数据有 1 条建议。",
        ),
    ],
)
def test_the_first_sentence_says_whether_it_is_ready(checked: CheckResult, said: str) -> None:
    assert read(page(build(checked=checked))).all("p", class_="advice")[0].text == said


def test_a_foreign_file_is_told_so_and_not_accused() -> None:
    tree = read(page(build(recognised=False)))
    assert "看起来不是“乡镇法治政府建设年度报告清单”所查的报告" in tree.all("p", class_="advice")[0].text
    assert not tree.all("svg") and not tree.all(class_="card")


def test_the_map_has_every_element_once_and_leads_to_its_card(tree: Node) -> None:
    tiles = section(tree, "map").all("a")
    assert len(tiles) == 20
    assert flat(tiles[0]) == "● 标题：满足"
    assert [h.text for h in section(tree, "map").all("h3")] == [
        "基本要素",
        "法定内容",
        "第一责任人",
        "三项制度",
        "问题链",
        "明年安排",
    ]
    for tile in tiles:
        assert tree.all(id=tile.attributes["href"][1:])


def test_what_to_write_comes_gravest_first_with_basis_search_nearest_and_sample(tree: Node) -> None:
    cards = section(tree, "todo").all("article")
    assert [card.attributes["id"] for card in cards] == ["e-S8", "e-F3", "e-S6", "e-T0", "e-C1", "e-C3"]
    text = flat(cards[0])
    assert text.startswith("1○ 缺失 第一责任人履职情况 错误 没有写明第一责任人履职情况")
    assert (
        "依据《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十五条：“上一年度推进法治政府建设存在的不足和原因”。"
        in text
    )
    assert "查过哪里2024年法治政府建设的主要举措和成效；存在的不足和原因" in text
    assert "最接近的一处第10行（一（一）） 成立由镇党委书记任组长的法治建设领导小组" in text
    assert cards[0].all("pre")[0].text.startswith("一年来，镇党政主要负责人")
    assert "参照《党政主要负责人履行推进法治建设第一责任人职责规定》第六条" in flat(cards[1])
    assert "应当" not in section(tree, "todo").text


def test_the_chain_has_a_row_a_shortcoming_and_says_what_is_unseen(tree: Node) -> None:
    table = section(tree, "chain").all("table")[0]
    assert [cell.text for cell in table.all("th", scope="col")] == ["不足", "原因", "整改", "下一年安排"]
    rows = table.all("tbody")[0].all("tr")
    assert len(rows) == len(table.all("th", scope="row")) == 3
    assert [flat(cell) for cell in rows[1].all("td")] == [
        "未见",
        "未见",
        "可能对应 第30行（三（二）） 拟建设法治文化广场1处",
    ]
    assert len(table.all("td", class_="unseen")) == 6


def test_a_habit_is_folded_and_figures_show_their_sum(tree: Node) -> None:
    text = section(tree, "text")
    habit = next(note for note in text.all(class_="note") if "半角" in note.text)
    assert "共 5 处" in habit.text
    assert flat(habit.all("li")[0]) == "第12行（一（二）） 律师2名担任法律顾问,全年审查合同36份、"
    assert len(habit.all("li")) == 3
    assert flat(text.all("ul", class_="sums")[0].all("li")[0]).startswith("574 + 78 + 2 = 654 ≠ 652 请核对")


def test_questions_met_and_not_applicable(tree: Node) -> None:
    assert "是否已经述法？请对照述职报告。" in section(tree, "review").text
    assert "没有检查成" in section(tree, "review").text
    met = section(tree, "met").all("article")
    assert len(met) == 11
    assert all(card.all("q") for card in met)
    assert "报告写明本年度未发生行政诉讼案件" in section(tree, "na").text


def test_the_text_is_whole_with_its_line_numbers(tree: Node) -> None:
    lines = section(tree, "source").all(class_="text")[0].all("p")
    assert len(lines) == len(TEXT.split("\n"))
    for number, (line, source) in enumerate(zip(lines, TEXT.split("\n"), strict=True), 1):
        shown = "".join(_without_margin(line))
        assert line.attributes["id"] == f"L{number}"
        assert shown == source.replace(PHONE, "138******78").replace(PERSON, "张××")
        assert line.attributes.get("data-l", str(number)) == str(number)


def _without_margin(node: Node) -> list[str]:
    if node.attributes.get("class") == "g":
        return []
    return [text for part in node.parts for text in (_without_margin(part) if isinstance(part, Node) else [str(part)])]


def test_links_lead_both_ways(tree: Node) -> None:
    ids = [node.attributes["id"] for node in tree.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    for link in tree.all("a"):
        assert link.attributes["href"].startswith("#")
        assert link.attributes["href"][1:] in ids
    margin = section(tree, "source").all("span", class_="g")
    numbers = {a.text: a.attributes["href"] for group in margin for a in group.all("a")}
    assert numbers["1"] == "#e-S8"
    card = section(tree, "e-S8")
    assert any(a.attributes["href"] == "#p1-1" for a in card.all("a"))


def test_overlapping_marks_are_cut_into_segments(tree: Node) -> None:
    line = tree.all(id="L14")[0]
    phone = next(mark for mark in line.all("mark") if mark.text.startswith("138"))
    assert phone.text == "138******78"
    assert len(phone.attributes["data-c"].split()) == 2
    assert not [inner for mark in line.all("mark") for inner in mark.all("mark")]


def test_the_foot_tells_versions_and_limits(tree: Node) -> None:
    foot = tree.all("footer")[0].text
    for said in (
        "township 1.0",
        "c" * 64,
        "d" * 64,
        "qingdan",
        "不核对法规条文有没有新的修正",
        "不核对人名、职务（没有人员库）",
        "不判断语病（没有语言模型）",
    ):
        assert said in foot
    for word in ("满足", "不充分", "缺失", "待核", "不适用", "错误", "警告", "提示"):
        assert word in foot


def test_nothing_comes_from_outside(html: str, tree: Node) -> None:
    assert not re.search(
        r"https?://|//[a-z]|url\((?!#)|@import|<link|<img|<iframe|src=", html.replace("http-equiv", "")
    )
    policy = next(
        m.attributes["content"] for m in tree.all("meta") if "Content-Security-Policy" in m.attributes.values()
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert not [
        node for node in tree.all() if "style" in node.attributes or any(a.startswith("on") for a in node.attributes)
    ]


def test_folded_parts_are_written_open(tree: Node) -> None:
    assert len(tree.all(class_="fold")) == 2
    assert not [node for node in tree.all() if "hidden" in node.attributes]


def test_headings_come_in_order(tree: Node) -> None:
    levels = [int(node.tag[1]) for node in tree.all() if re.fullmatch("h[1-6]", node.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_waived_findings_stand_apart_with_their_reason() -> None:
    run = build()
    report = report_record(run)
    for finding in report["findings"]:
        if finding["rule"] in ("S8", "sums"):
            finding["waived"] = {"reason": "县里另有格式", "by": "李主任", "until": None}
    tree = read(page(run, report))
    assert "e-S8" not in [card.attributes["id"] for card in section(tree, "todo").all("article")]
    waived = section(tree, "waived")
    assert waived.all(id="e-S8") and "574件" in waived.text
    assert "理由县里另有格式" in flat(waived) and "复核人：李主任" in flat(waived)


def test_a_hostile_report_stays_text() -> None:
    text = f"{HOSTILE}\n\n一、{HOSTILE}\n\n正文{HOSTILE}完。\n"
    span = at(text, HOSTILE)
    checked = CheckResult(
        (
            Outcome("S8", "absent", searched=(HOSTILE,), nearest=span, message=HOSTILE),
            Outcome("F9", "review", question=HOSTILE),
        ),
        (Finding("term", "error", HOSTILE, (span, at(text, HOSTILE, 1)), suggestion=HOSTILE),),
        (Shortcoming(span, HOSTILE),),
    )
    run = build(text, path=f"a/{HOSTILE}.txt", checked=checked, remarks=[HOSTILE])
    run = replace(run, report=replace(run.report, front=replace(run.report.front, issuer=HOSTILE)))
    whole = record([run], [Failure(HOSTILE, HOSTILE)])
    index = index_page([Entry(whole["reports"][0], f"{HOSTILE}.html")], whole["errors"], whole["checklist"])
    for html, scripts in ((page(run), 1), (index, 0)):
        tree = read(html)
        assert len(tree.all("script")) == scripts
        assert not tree.all("img")
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", html)
        assert "[U+202E]" in html and "{{7*7}}" in html
        assert all(a.attributes["href"].startswith(("#", "./")) for a in tree.all("a"))


def test_a_hostile_name_cannot_leave_the_running_head() -> None:
    run = build()
    run = replace(
        run, report=replace(run.report, front=replace(run.report.front, issuer='"}body{display:none}</style>\\'))
    )
    style = read(page(run)).all("style")[1].text
    assert style == (
        r'@page{@top-right{content:"\000022\00007dbody\00007bdisplay\00003anone\00007d\00003c\00002fstyle\00003e\00005c"}}'
    )


def test_an_empty_document_has_a_page() -> None:
    tree = read(page(replace(build("", checked=CheckResult()), year=None)))
    assert "未见" in tree.all("header")[0].text


def test_the_page_is_small() -> None:
    long = TEXT + "\n".join(f"第{n}段，{'推进依法行政，' * 40}" for n in range(12))
    commas = tuple((m.start(), m.end()) for m in re.finditer("，", long))[:200]
    checked = replace(
        result(),
        findings=(
            *result().findings,
            *(Finding("term", "warning", "请改。", (span,)) for span in commas[:50]),
            Finding("punctuation", "hint", "半角。", commas),
        ),
    )
    run = build(long, checked=checked)
    assert len(page(run).encode()) < 200_000


def test_the_same_run_gives_the_same_page() -> None:
    assert page(build()) == page(build())


def test_a_quotation_has_both_halves_of_its_marks() -> None:
    assert whole("推行“扫码入企") == "推行“扫码入企”"
    assert whole("三项”和《条例") == "“三项”和《条例》"
    assert whole("全年（含“双随机”）28次") == "全年（含“双随机”）28次"
