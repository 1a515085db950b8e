"""The language of phrase patterns: what each sign means, what is refused and where."""

import pytest

from lint.document.fold import fold_text
from lint.patterns import PatternBook, PatternError, TextIndex

VOCABULARY = {
    "法律顾问": ["法律顾问", "公职律师"],
    "聘": ["聘(请|用)?{法律顾问}"],
    "年": ["20#年"],
    "绕": ["{圈}"],
    "圈": ["{绕}"],
    "坏": ["（甲"],
    "空": [],
}


def found(pattern: str, text: str, *, clause_only: bool = False) -> list[str]:
    """The matches of a pattern in a text, as folded."""
    folded = fold_text(text)[0]
    book = PatternBook(VOCABULARY)
    return [folded[a:b] for a, b in book.phrase(pattern, clause_only=clause_only).finditer(TextIndex(folded))]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        # plain words, whatever the width, script or quotation marks of either side
        ("三项制度", "落实“三项制度”。", ["三项制度"]),
        ("“三项制度”", "落实三项制度。", ["三项制度"]),
        ("三项制度", "落实三项 制度。", ["三项制度"]),
        ("三项制度", "落實三項制度。", ["三项制度"]),
        ("三項制度", "落实三项制度。", ["三项制度"]),
        ("A4纸", "用Ａ４纸打印", ["A4纸"]),
        ("Ａ４纸", "用A4纸打印", ["A4纸"]),
        ("甲,乙", "甲，乙", ["甲，乙"]),
        ("甲：乙", "甲:乙", ["甲：乙"]),
        ("三项制度", "三项工作制度。", []),
        # the gap
        ("听取…汇报", "听取法治建设工作汇报", ["听取法治建设工作汇报"]),
        ("听取…汇报", "听取汇报", ["听取汇报"]),
        ("听取…汇报", "听取，再研究，后汇报", ["听取，再研究，后汇报"]),
        ("听取…汇报", "听取意见；作汇报", []),
        ("听取…汇报", "听取意见。作汇报", []),
        ("听取…汇报", "听取意见！作汇报", []),
        ("听取…汇报", "听取意见\n作汇报", []),
        ("听取……汇报", "听取工作汇报", ["听取工作汇报"]),
        ("听取…汇报", "听取甲汇报和乙汇报", ["听取甲汇报"]),
        ("听取…汇报", "听取" + "甲" * 60 + "汇报", ["听取" + "甲" * 60 + "汇报"]),
        ("听取…汇报", "听取" + "甲" * 61 + "汇报", []),
        ("甲…乙…丙", "甲一乙二丙", ["甲一乙二丙"]),
        # choices
        ("(听取|研究)汇报", "听取汇报，研究汇报", ["听取汇报", "研究汇报"]),
        ("（听取｜研究）汇报", "听取汇报，研究汇报", ["听取汇报", "研究汇报"]),
        ("(听取|研究)?汇报", "汇报、听取汇报", ["汇报", "听取汇报"]),
        ("(全面|)推行", "推行、全面推行", ["推行", "全面推行"]),
        ("(甲(乙|丙)|丁)戊", "甲乙戊甲丙戊丁戊", ["甲乙戊", "甲丙戊", "丁戊"]),
        ("执法的?决定", "执法决定，执法的决定", ["执法决定", "执法的决定"]),
        ("执法的？决定", "执法决定，执法的决定", ["执法决定", "执法的决定"]),
        ("聘请(…律师|顾问)", "聘请两名律师，聘请顾问", ["聘请两名律师", "聘请顾问"]),
        # vocabularies
        ("{法律顾问}", "公职律师和法律顾问", ["公职律师", "法律顾问"]),
        ("｛法律顾问｝", "公职律师", ["公职律师"]),
        ("{ 法律顾问 }", "公职律师", ["公职律师"]),
        ("{聘}", "聘公职律师，聘请法律顾问", ["聘公职律师", "聘请法律顾问"]),
        ("{法律顾问}?制度", "制度，公职律师制度", ["制度", "公职律师制度"]),
        # figures
        ("#次", "6次、十二次、３次、100余次", ["6次", "十二次", "3次", "100余次"]),
        ("#份", "1.2万份、3000余份、近5000份、1,200份", ["1.2万份", "3000余份", "5000份", "1，200份"]),
        ("＃次", "6次", ["6次"]),
        ("#次", "第三次、第3次", []),
        ("第#次", "第三次、第3次", ["第三次", "第3次"]),
        ("#?次会议", "次会议、3次会议", ["次会议", "3次会议"]),
        ("#项", "落实“三项制度”，制定3项制度，完成十三项任务", ["3项", "十三项"]),
        ("#个", "增强“四个意识”，解决四个问题，三十个", ["四个", "三十个"]),
        ("20#年", "2025年", ["2025年"]),
        ("{年}度", "2025年度", ["2025年度"]),
        ("20(24|25)年", "2024年2025年2026年", ["2024年", "2025年"]),
        ("0件", "10件、100件、诉讼0件", ["0件"]),
        ("12345热线", "12345热线", ["12345热线"]),
        # edges of a clause
        ("^力争", "力争三年，我们力争，力争完成", ["力争", "力争"]),
        ("^拟", "一是拟聘请，模拟法庭", ["拟"]),
        ("不严$", "管理不严，不严肃", ["不严"]),
        ("^县法院", "（一）县法院，(2)县法院，①县法院", ["县法院"] * 3),
        ("^县法院", "\n1.县法院\n2、县法院\n十、县法院", ["县法院"] * 3),
        ("^县法院", "在县法院，2.1县法院，（附）县法院", []),
        ("＾力争", "力争", ["力争"]),
        ("不严＄", "管理不严", ["不严"]),
        ("^合格$", "合格，不合格，合格的", ["合格"]),
        # escapes
        (r"\(甲\)", "（甲）", ["（甲）"]),
        (r"甲\…", "甲…", ["甲…"]),
        (r"\#", "#", ["#"]),
        (r"甲\|乙", "甲|乙", ["甲|乙"]),
        (r"\\", "\\", ["\\"]),
        (r"甲\？", "甲？", ["甲？"]),
        # signs of regular expressions mean nothing
        ("甲.乙", "甲丙乙、甲.乙", ["甲.乙"]),
        ("甲*", "甲甲、甲*", ["甲*"]),
        ("甲+", "甲+", ["甲+"]),
        ("[甲]", "甲、[甲]", ["〔甲〕"]),
        ("甲-乙", "甲—乙", ["甲-乙"]),
    ],
)
def test_meaning(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize(
    ("text", "whole", "clause"),
    [
        ("听取工作汇报", 1, 1),
        ("听取意见，作汇报", 1, 0),
        ("听取意见:作汇报", 1, 0),
        ("听取甲、乙的汇报", 1, 1),
    ],
)
def test_a_gap_inside_a_clause(text: str, whole: int, clause: int) -> None:
    assert len(found("听取…汇报", text)) == whole
    assert len(found("听取…汇报", text, clause_only=True)) == clause


@pytest.mark.parametrize(
    ("pattern", "position", "words"),
    [
        ("", 0, "模式是空的"),
        ("“”", 0, "模式是空的"),
        ("(听取|研究", 0, "“(”没有对应的“)”"),
        ("党委（听取", 2, "“(”没有对应的“)”"),
        ("听取)汇报", 2, "多了一个右括号"),
        ("听取）汇报", 2, "多了一个右括号"),
        ("听取|汇报", 2, ""),
        ("听取｜汇报", 2, ""),
        ("听取()汇报", 2, "括号里是空的"),
        ("听取(|)汇报", 2, "括号里是空的"),
        ("…汇报", 0, "“…”前后都要有文字"),
        ("听取…", 2, "“…”前后都要有文字"),
        ("听取{法律顾问", 2, "“{”没有对应的“}”"),
        ("听取}汇报", 2, "多了一个“}”"),
        ("？听取", 0, "“?”前面要有文字"),
        ("听取…？汇报", 3, "“?”前面要有文字"),
        ("听取\\", 2, "“\\”后面要有一个字符"),
        ("(" * 13 + "甲" + ")" * 13, 13, "括号套得太深"),
        ("听取{没有}", 2, "没有名为“没有”的词表"),
        ("甲{空}", 1, "词表“空”是空的"),
        ("甲{坏}", 1, "词表“坏”里的模式有误"),
        ("甲{绕}", 1, "绕圈"),
    ],
)
def test_errors_have_a_place(pattern: str, position: int, words: str) -> None:
    with pytest.raises(PatternError) as caught:
        PatternBook(VOCABULARY).phrase(pattern)
    assert words in caught.value.message
    assert caught.value.position == position


def test_a_wrong_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(PatternError) as caught:
        PatternBook(VOCABULARY).phrase("聘请{法律顾门}")
    assert (caught.value.message, caught.value.position, caught.value.suggestion) == (
        "没有名为“法律顾门”的词表",
        2,
        "法律顾问",
    )


def test_an_absurdly_large_pattern_is_refused() -> None:
    words = [f"{chr(0x4E00 + i)}{chr(0x5E00 + i)}{chr(0x6E00 + i)}" for i in range(2000)]
    book = PatternBook({"多": words})
    with pytest.raises(PatternError, match="太大"):
        _ = book.phrase("甲" + "{多}" * 12).compiled


def test_every_pattern_is_kept() -> None:
    book = PatternBook(VOCABULARY)
    assert book.phrase("甲…乙") is book.phrase("甲…乙")
    assert book.phrase("甲…乙") is not book.phrase("甲…乙", clause_only=True)
    assert book.regex("甲+") is book.regex("甲+")
    assert [p.source for p in book.phrases(["甲", "乙"])] == ["甲", "乙"]


def test_bounds_of_a_search() -> None:
    index = TextIndex("听取汇报，听取汇报")
    pattern = PatternBook({}).phrase("听取")
    assert list(pattern.finditer(index, 1)) == [(5, 7)]
    assert list(pattern.finditer(index, 0, 6)) == [(0, 2)]
    assert pattern.search(index, 1, 6) is None
    assert pattern.matches("再听取")
    assert not pattern.matches("汇报")
