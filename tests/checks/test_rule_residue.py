"""Residues of Word, of web pages, of page headers, of forms; stray blanks."""

from functools import partial

import pytest
from text_rules import TITLE, marked, quotes, run

KIND = "residue"
found = partial(marked, KIND)


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("[bookmark: _GoBack]全年开会3次。", [["[bookmark: _GoBack]"]]),
        ("案件情况见错误！未找到引用源。，另行报送。", [["错误！未找到引用源。"]]),
        ("案件情况见Error! Reference source not found.，另行报送。", [["Error! Reference source not found."]]),
        ('见{ HYPERLINK "a" }附表。', [["HYPERLINK"]]),
        ("全年开会&nbsp;3次，<span>办结</span>5件。", [["&nbsp;"], ["<span>", "</span>"]]),
        ("全年化解信访 件，办结5件。", [["解信访 件，"]]),
        ("全年开会____次，到齐。", [["____"]]),
        ("××镇政府全年开会X次，到齐。", [["××"], ["X"]]),
        ("202X年开会3次，到齐。", [["202X"]]),
        ("听取汇报（　　）次，研究（此处填写）事项。", [["此处填写"], ["（　　）"]]),
        ("**加强领导**。全年开会3次。", [["**加强领导**"]]),
        ("全年开会\u200b3次。", [["\u200b"]]),
        ("2024 年开会3次，办结5 件。", [["2024 年", "5 件"]]),
        ("全年开 会3次。", [["年开 会"]]),
        ("落实“八五”\t普法规划。", [["五”\t普"]]),
        ("\u00a0一是开会3次，到齐。", [["\u00a0一是"]]),
        ("   一是开会3次，到齐。", [["   一是"]]),
    ],
)
def test_finds(line: str, places: list[list[str]]) -> None:
    text = TITLE + f"全年工作有序推进，成效明显。\n{line}\n各项任务全部完成，群众满意。\n"
    assert found(text) == places


@pytest.mark.parametrize(
    "line",
    [
        "调解张某某与李××的纠纷，王×送来锦旗。",
        "××村村民代表会议全年召开4次，某律师事务所派员参加。",
        "　　全年开会3次，办结5件。",
        "面积为3×4公里，使用X光机2台、APP 1个。",
        "落实《甲规划（2021—2025年）》（甲政发〔2021〕5号）。",
        "1.开展排查（共3轮）；",
        "力量待补充，经费待核实的事项3件。",
        "举办“学懂法律条文 办好身边小事”讲座3场。",
    ],
)
def test_leaves_alone(line: str) -> None:
    text = TITLE + f"全年工作有序推进，成效明显。\n{line}\n各项任务全部完成，群众满意。\n"
    assert found(text) == []


def test_two_issuers_on_one_line() -> None:
    text = TITLE + "全年开会3次，到齐。\n\n中共甲县乙镇委员会　　甲县乙镇人民政府\n2025年1月8日\n"
    assert found(text) == []


def test_web_page() -> None:
    head = "当前位置：首页 > 政务公开 > 法治政府建设\n发布时间：2025-01-20\n"
    title = "乙镇2024年法治政府建设情况报告\n"
    text = head + title + "\n" + title + "2024年，乙镇认真落实各项任务，成效明显。\n扫一扫在手机打开当前页\n打印 关闭\n"
    web, twice = run(KIND, text)
    assert [text[a:b] for a, b in web.places] == [
        "当前位置：首页 > 政务公开 > 法治政府建设",
        "发布时间：2025-01-20",
        "扫一扫在手机打开当前页",
        "打印 关闭",
    ]
    assert "4行" in web.message
    assert [text[a:b] for a, b in twice.places] == [title.strip(), title.strip()]


def test_the_head_of_an_official_document_is_none_of_a_page() -> None:
    head = "000012\n特急\n青石镇人民政府文件\n青政发〔2025〕3号\n签发人：王某某\n━━━━━━\n"
    assert run(KIND, head + TITLE + "一、做法\n全年学法6次，办案3件。\n") == []


def test_line_broken_inside_a_sentence() -> None:
    long = "全年围绕中心工作开展各类专题学习和业务培训。乡镇干部参加集中学习和实地观摩，全面完成了年度任务，加大行"
    text = TITLE + long + "\n政检查力度，办结案件5件。\n"
    assert found(text) == [["，加大行\n政检查力"]]


def test_page_header_in_a_sentence() -> None:
    long = "全年围绕中心工作开展各类专题学习和业务培训。乡镇干部参加集中学习和实地观摩，全面完成了年度任务，建设法"
    text = TITLE + long + "\n2024年法治化营商环境，办结案件5件。\n"
    (one,) = run(KIND, text)
    assert "页眉" in one.message
    assert "2024年法治" in quotes(text, [one])[0][0]


def test_page_number() -> None:
    text = TITLE + "全年开会3次，群众\n- 2 -\n满意。办结案件5件，效果良好。\n"
    assert ["- 2 -"] in found(text)


def test_hard_wrapped_file_is_one_finding() -> None:
    sentence = "全镇围绕年度目标任务扎实开展各类专题学习和业务培训并逐项对照检查落实到位确保取得实际成效，"
    whole = sentence * 16
    lines = [whole[i : i + 36] for i in range(0, len(whole) - 3, 36)]
    text = "\n".join(lines)
    (one,) = run(KIND, text)
    assert "固定宽度" in one.message
    assert len(one.places) == len(lines) - 1


def test_indent_by_blanks_throughout_is_a_hint() -> None:
    text = TITLE + "".join(f"    全年第{n}项工作有序推进，成效明显。\n" for n in ("一", "二", "三", "四", "五"))
    (one,) = run(KIND, text)
    assert one.severity == "hint"


def test_markdown_file_may_have_marks() -> None:
    text = "# 乙镇2024年法治政府建设情况报告\n\n**一是加强领导**。全年开会3次，到齐。\n"
    assert run(KIND, text, "md") == []


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("全年开会3次。[图片：会议现场]", [["[图片：会议现场]"]]),
        ("全年开会3次（图片），到齐【图1】。", [["（图片）", "【图1】"]]),
        ("全年开会3次（此处请办公室补充），办结5件（数据待核）。", [["（此处请办公室补充）", "（数据待核）"]]),
        ("全年开会（请核实）3次。", [["（请核实）"]]),
        ("此处需补充数字。", [["此处需补充"]]),
        ("XX镇党政主要负责人述法1次，××乡镇长带队下村。", [["XX", "××"]]),
        ("办理公开申请　　件，化解率　　%。", [["开申请　　件，", "化解率　　%。"]]),
        ("化解纠纷 件。", [["解纠纷 件。"]]),
        ("如有需要，请告诉我。全年开会3次。", [["如有需要，请告诉我"]]),
    ],
)
def test_placeholders(line: str, places: list[list[str]]) -> None:
    text = TITLE + f"全年工作有序推进，成效明显。\n{line}\n各项任务全部完成，群众满意。\n"
    assert found(text) == places


@pytest.mark.parametrize(
    "line",
    [
        "受理线索12条（其中2条待核实），见下表（图1）。",
        "对拿不准的事项（请专家把关）逐一论证，推行“您点单、我服务”。",
        "不服的（可以申请复核），（已补充材料3份）。",
    ],
)
def test_no_placeholders(line: str) -> None:
    text = TITLE + f"全年工作有序推进，成效明显。\n{line}\n各项任务全部完成，群众满意。\n"
    assert found(text) == []


def test_a_blank_inside_a_word_is_no_missing_number() -> None:
    text = TITLE + "全年工作有序推进，成效明显。\n办结案 件，到齐。\n"
    (one,) = run(KIND, text)
    assert "多余的空格" in one.message


@pytest.mark.parametrize("above", ["2025年1月10日\n", "2025年1月10日"])
def test_a_note_below_the_date_or_behind_it_is_found(above: str) -> None:
    note = "（此处请党政办补充数字）"
    text = TITLE + "一、做法\n开展宣传12场，调解纠纷33件，全部按时办结。\n乙镇人民政府\n" + above + note + "\n"
    assert marked("residue", text) == [[note]]
    assert marked("residue", text.replace(note, "（此件公开发布）")) == []
