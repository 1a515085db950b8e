"""What the comments say: what is wrong, what to write, what it rests on; short, polite, and nothing private."""

from dataclasses import replace

from lint.checks.results import CheckResult, Finding, Outcome
from lint.record import shape
from lint.record.build import report_record
from lint.render.word.annotate import annotate
from lint.render.word.quoting import sources
from lint.render.word.said import Note, notes
from lint.run import Run
from tests.render.build import PERSON, PHONE, TEXT, at, build, every
from tests.render.word.word_files import member

NONE: frozenset[tuple[int, int]] = frozenset()


def said(run: Run, *, offered: frozenset[tuple[int, int]] = NONE, suggest: bool = False) -> list[Note]:
    return notes(run, report_record(run), offered, suggest=suggest)


def about(found: list[Note], words: str) -> Note:
    """The one comment whose first line has these words."""
    (note,) = (note for note in found if words in note.lines[0])
    return note


def quoted(note: Note) -> str:
    return TEXT[slice(*note.span)]


def test_the_summary_comes_first_and_stands_at_the_title() -> None:
    first, *others = said(build(remarks=["含修订，按接受全部修订后的文字核对。"]))
    assert quoted(first) == "柳河镇人民政府\n关于2024年法治政府建设情况的报告"
    assert first.lines == (
        "【总评】有 1 项没有检查成，请人工核对，结论还不完整。其余各项：2 项没有写到，4 项写得不充分，"
        "文字与数据有 5 条建议，另有提示 2 条，1 项请人工核对。",
        "应查 17 项：满足 11、不充分 4、缺失 2；待核 1、不适用 1、未查成 1。",
        "批注：错误 4 条、警告 4 条、提示 5 条。",
        "含修订，按接受全部修订后的文字核对。",
        "这是按“柳河镇 2024.txt”的文字做成的 Word 副本，只加了批注，文字一个没有动。",
        "清单：乡镇法治政府建设年度报告清单（township，1.0）；检查日期：2025-02-01。",
    )
    assert [note.span for note in others] == sorted(note.span for note in others)


BASIS = (
    "依据：参照《党政主要负责人履行推进法治建设第一责任人职责规定》第六条：政府主要负责人定期听取法治政府建设情况汇报"
    "（直接适用于县、市、区，对本机关供参照）。"
)
SAMPLE = "可以这样写：一年来，镇党政主要负责人认真履行推进法治建设第一责任人职责，〔　〕次主持召开〔　〕会议……"


def test_an_absent_element_stands_at_the_heading_of_its_role() -> None:
    note = about(said(build()), "带头学法")
    assert quoted(note) == "一、2024年法治政府建设的主要举措和成效"
    assert note.lines == (
        "【缺失·警告】没有写明带头学法。", "怎么改：写明做了什么、谁牵头、几次、结果怎样。", SAMPLE, BASIS,
    )  # fmt: skip
    assert note.quote == ""  # nothing to quote: it is not there


def test_what_came_nearest_to_an_absent_element_is_told() -> None:
    note = about(said(build()), "第一责任人履职情况")
    assert note.lines[1] == "最接近的是“成立由镇党委书记任组长的法治建设领导小组”（一（一））。"


def test_a_thin_element_stands_at_its_evidence() -> None:
    note = about(said(build()), "三项制度")
    assert quoted(note) == "全面落实行政执法“三项制度”"
    assert note.lines[0] == "【不充分·提示】行政执法三项制度：提到了行政执法三项制度，没有写明具体做法。"


def test_questions_for_a_person() -> None:
    note = about(said(build()), "待核")
    assert quoted(note) == "研究解决执法力量不足等问题6个"
    assert note.lines[0] == "【待核】述职述法：是否已经述法？请对照述职报告。"
    assert note.lines[1] == "没有写明的，这样补：写明做了什么、谁牵头、几次、结果怎样。"
    failed = about(said(build()), "未查成")
    assert failed.lines == ("【未查成】“分条的措施”这一项没有检查成，请人工核对（一个模式没有在时限内匹配完）。",)


def test_a_question_that_was_answered_is_not_asked_again() -> None:
    run = build()
    report = report_record(run)
    verdict: shape.Verdict = {"verdict": "met", "reason": None, "office": "县司法局", "date": None, "until": None}
    for element in report["elements"]:
        element["verdict"] = verdict if element["status"] == "review" else None
    assert not [note for note in notes(run, report, NONE, suggest=False) if "待核】" in note.lines[0]]


def test_a_habit_has_three_comments_and_tells_where_the_rest_is() -> None:
    found = [note for note in said(build()) if "半角" in note.lines[0]]
    assert [note.span for note in found] == list(every(TEXT, ",")[:3])
    assert found[0].lines == (
        "【提示】正文里的逗号是半角。请改为全角“，”。",
        "共 5 处，前 3 处有批注，其余 2 处在：一（四）（2 处）。",
        "可以改为：“，”",
    )
    assert found[1].lines == (
        "【提示】同前，第 2 处（共 5 处）：正文里的逗号是半角。",
        "可以改为：“，”",
    )
    assert found[0].quote == "担任法律顾问,全年审查合同"


def test_two_hundred_places_make_one_comment() -> None:
    text = TEXT.replace("特此报告。", "甲,乙。" * 200)
    many = Finding("punctuation", "hint", "逗号是半角。", every(text, ","))
    found = said(build(text, checked=CheckResult(findings=(many,))))
    _, only = found
    assert only.lines[:2] == (
        "【提示】逗号是半角。",
        "共 205 处，别的 204 处在：一（二）（1 处）、一（三）（1 处）、一（四）（2 处）、三（二）（200 处）。",
    )


def test_tracked_changes_are_told() -> None:
    run = build()
    wrong = at(TEXT, "法治政府建设与责任落实督查工作规定")
    found = said(run, offered=frozenset({wrong, every(TEXT, ",")[0]}), suggest=True)
    assert about(found, "督察").lines[1] == "改法已用修订标出，同意就接受，不同意就拒绝。"
    habit = [note for note in found if "半角" in note.lines[0]]
    assert habit[0].lines[2:] == ("其中 1 处的改法已用修订标出，同意就接受；其余请手工改。", "可以改为：“，”")
    assert "有把握的改法 2 处写成了修订，接受后才生效" in "".join(found[0].lines)
    assert "没有可以直接写成修订的改法；只加了批注" in "".join(said(run, suggest=True)[0].lines)


def test_a_deletion_is_said_in_words() -> None:
    gone = Finding("residue", "error", "残留了书签。", (at(TEXT, "特此报告"),), suggestion="")
    note = about(said(build(checked=CheckResult(findings=(gone,)))), "残留")
    assert note.lines[1] == "可以直接删去。"


def test_what_is_to_be_deleted_is_said_once() -> None:
    place = at(TEXT, "特此报告")
    for message, suggestion in (("残留了书签，请删去。", ""), ("句中有多余的空格，请删去。", " 特此 报告")):
        gone = Finding("residue", "error", message, (place,), suggestion=suggestion)
        (_, note) = said(build(checked=CheckResult(findings=(gone,))))
        assert note.lines == (f"【错误】{message}",)


def test_a_suggestion_with_quotation_marks_stands_in_others() -> None:
    wrong = Finding("punctuation", "hint", "用了直引号，请改正。", (at(TEXT, "特此报告"),), suggestion="“特此”报告")
    (_, note) = said(build(checked=CheckResult(findings=(wrong,))))
    assert note.lines[1] == "可以改为：『“特此”报告』"


def test_white_space_that_a_finding_is_about_is_shown() -> None:
    text = TEXT.replace("特此报告", "(三) 特此报告")
    place = at(text, "(三) ")
    blank = Finding("numbering", "hint", "序号后有多余的空格，请删去。", (place,))
    (_, note) = said(build(text, checked=CheckResult(findings=(blank,))))
    assert note.quote.startswith("(三)〔空格〕特此报告")


def test_a_further_place_is_not_told_what_the_first_one_says() -> None:
    places = (at(TEXT, "（一）"), at(TEXT, "（二）"))
    double = Finding("numbering", "warning", "序号“（一）”重复，此处应为“（二）”，其后的序号依次顺延。", places)
    (_, first, second) = said(build(checked=CheckResult(findings=(double,))))
    assert first.lines[0] == "【警告】序号“（一）”重复，此处应为“（二）”，其后的序号依次顺延。"
    assert second.lines[0] == "【警告】同前，第 2 处（共 2 处）：与“（一）”处是同一问题，请一并改。"


def test_a_source_is_quoted_in_full_once() -> None:
    lines = [line for note in said(build()) for line in note.lines if line.startswith("依据")]
    full = [line for line in lines if line.startswith("依据：")]
    assert len(full) == len(set(full))
    assert "依据同前：《党政主要负责人履行推进法治建设第一责任人职责规定》第六条（参照）。" in lines


def test_evidence_inside_of_the_passage_is_not_seen_besides_it() -> None:
    run = build()
    report = report_record(run)
    thin = next(e for e in report["elements"] if e["status"] == "thin" and e["evidence"])
    place = thin["evidence"][0]
    inside = {**place, "start": place["start"] + 1, "end": place["end"] - 1}
    thin["evidence"] = [place, inside]
    note = about(notes(run, report, NONE, suggest=False), f"】{thin['title']}：")
    assert not [line for line in note.lines if line.startswith("还看到")]


def test_waived_findings_get_none_and_are_counted() -> None:
    run = build()
    report = report_record(run)
    for finding in report["findings"]:
        if finding["rule"] in ("punctuation", "F3"):
            finding["waived"] = {"reason": "县局同意"}
    found = notes(run, report, NONE, suggest=False)
    assert not [note for note in found if "半角" in note.lines[0] or "带头学法" in note.lines[0]]
    assert found[0].lines[2].endswith("；另有 2 条已说明理由，不再批注。")


def test_what_is_no_report_of_the_kind_gets_one_comment() -> None:
    (only,) = said(build(recognised=False))
    assert only.lines == (
        "【总评】这份文件看起来不是“乡镇法治政府建设年度报告清单”所查的报告，没有逐项核对。如果确实是，请先核对标题是否写全。",
        "这是按“柳河镇 2024.txt”的文字做成的 Word 副本，没有加其他批注。",
        "清单：乡镇法治政府建设年度报告清单（township，1.0）；检查日期：2025-02-01。",
    )


def test_without_a_title_the_first_paragraph_takes_the_summary() -> None:
    text = "各项工作有序推进。\n群众满意度提高。\n"
    first = said(build(text, checked=CheckResult(outcomes=(Outcome("S8", "absent"),))))[0]
    assert text[slice(*first.span)] == "各项工作有序推进。"


def test_nothing_private_is_said() -> None:
    run = build()
    comments = member(annotate(run, report_record(run)), "word/comments.xml").decode()
    assert PHONE not in comments
    assert PERSON not in comments
    assert "当事人姓名“张××”" in comments


def test_nothing_of_the_record_can_break_the_file() -> None:
    run = build(path="甲<b>&amp;\u202e\x07\uffff.txt")
    evil = Finding("residue", "error", "</w:t>]]>&lt;<w:br/>\x00\ud800\u200b" + "长" * 3000, (at(TEXT, "特此报告"),))
    run = replace(run, result=replace(run.result, findings=(evil,)))
    comments = member(annotate(run, report_record(run)), "word/comments.xml").decode()
    assert "&lt;/w:t&gt;]]&gt;&amp;lt;&lt;w:br/&gt;[U+0000][U+D800][U+200B]长" in comments
    assert "甲&lt;b&gt;&amp;amp;[U+202E][U+0007][U+FFFF].txt" in comments


def test_a_long_title_gives_way_to_its_number_once_it_was_said() -> None:
    long = "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见"
    one: shape.Basis = {
        **report_record(build())["findings"][0]["basis"][0],
        "title": long,
        "number": "国办发〔2018〕118号",
    }
    one = {**one, "article": "", "by_reference": False, "cite": "甲"}
    cited: set[str] = set()
    other: shape.Basis = {**one, "title": "乙", "cite": "乙"}
    assert list(sources([other, one], cited))[1].startswith(f"另见《{long}》（国办发〔2018〕118号）")
    assert list(sources([other, one], cited))[1] == "另见国办发〔2018〕118号。"
