"""The side file: what is written is read again, whatever was said; what is broken is told with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checklist.problems import ChecklistError
from lint.policy.identity import Identity
from lint.policy.verdicts import Given, Review, SideFile, with_verdicts, without_verdicts
from lint.policy.verdicts_read import read_side_file
from lint.policy.verdicts_write import side_text

PRINT = "0123456789abcdef" * 2
OTHER = "f" * 32
TOWN = Identity("青禾镇人民政府", 2024, "small", "报告.docx")
DISAGREE = Given(
    PRINT, "F1", "听取汇报", "absent", "disagree", "第二部分写了", "县司法局", "", "2025-03-01", "2025-12-31"
)

SOUND = """\
# 复核意见，由 qingdan review 写成，也可以用记事本改（编码用 UTF-8）。
# 写在表头（[[…]]）紧上面的注释会保留，写在别处的注释在下次写入时不保留。

format = 1

[[report]]
issuer = "青禾镇人民政府"
year = 2024
checklist = "small"
path = "报告.docx"

[[report.verdict]]
rule = "F1"
about = "听取汇报"
status = "absent"
verdict = "disagree"
reason = "第二部分写了"
office = "县司法局"
date = "2025-03-01"
until = "2025-12-31"
fingerprint = "0123456789abcdef0123456789abcdef"
"""


def read_text(text: str, folder: Path) -> SideFile:
    path = folder / "复核.toml"
    path.write_bytes(text.encode("utf-8"))
    return read_side_file(path)


def problems(text: str, folder: Path) -> list[str]:
    """Each as line:column message."""
    with pytest.raises(ChecklistError) as caught:
        read_text(text, folder)
    assert caught.value.upshot == "复核文件有错误，请改好再运行；这个文件没有改动。"
    return [f"{p.line}:{p.column} {p.message}" for p in caught.value.problems]


def test_the_text_is_sorted_and_has_one_key_a_line(tmp_path: Path) -> None:
    side = SideFile("复核.toml", (Review(TOWN, (DISAGREE,)),))
    assert side_text(side) == SOUND
    assert read_text(SOUND, tmp_path).reviews == side.reviews


def test_the_order_in_which_verdicts_came_does_not_show() -> None:
    other = Given(OTHER, "W1", "请县政府拨款", None, "agree", date="2025-03-02")
    hill = Identity("安岭乡人民政府", 2024, "small", "b.docx")
    one = with_verdicts(SideFile("x"), TOWN, [DISAGREE, other])
    two = with_verdicts(SideFile("x"), TOWN, [other, DISAGREE])
    assert side_text(with_verdicts(one, hill, [other])) == side_text(with_verdicts(two, hill, [other]))
    apart = with_verdicts(with_verdicts(SideFile("x"), hill, [other]), TOWN, [other, DISAGREE])
    assert side_text(with_verdicts(one, hill, [other])) == side_text(apart)


_WORDS = st.text(max_size=40)
_DAYS = st.dates().map(lambda day: day.isoformat())


@given(
    about=_WORDS,
    reason=_WORDS.filter(str.strip),
    office=_WORDS.filter(str.strip),
    by=_WORDS,
    rule=_WORDS,
    date=_DAYS,
    until=_DAYS | st.just(""),
    path=_WORDS,
    issuer=st.text(min_size=1, max_size=20).map(lambda text: "".join(text.split())).filter(bool) | st.none(),
    year=st.integers(1900, 2100) | st.none(),
)
def test_whatever_was_said_survives_the_file(tmp_path_factory: pytest.TempPathFactory, **said: str) -> None:
    document = Identity(said["issuer"], said["year"], "small", said["path"])  # type: ignore[arg-type]
    words = {key: said[key] for key in ("rule", "about", "reason", "office", "by", "date", "until")}
    verdict = Given(fingerprint=PRINT, status=None, verdict="waived", **words)
    side = SideFile("x", (Review(document, (verdict,)),))
    text = side_text(side)
    assert all(line.isprintable() or "\u3000" in line for line in text.split("\n"))
    back = read_text(text, tmp_path_factory.getbasetemp())
    assert back.reviews == side.reviews
    assert side_text(back) == text


def test_a_lone_surrogate_of_a_command_line_does_not_stop_the_writing(tmp_path: Path) -> None:
    side = with_verdicts(SideFile("x"), TOWN, [Given(PRINT, "W1", "\udcff", None, "agree", date="2025-03-01")])
    assert read_text(side_text(side), tmp_path).reviews[0].verdicts[0].about == "\ufffd"


def test_comments_above_a_table_stay(tmp_path: Path) -> None:
    text = SOUND.replace("[[report]]", "# 青禾镇：王科长已电话核实\n[[report]]").replace(
        "[[report.verdict]]", "# 见会议纪要\n# 第3号\n[[report.verdict]]"
    )
    side = read_text(text, tmp_path)
    assert side_text(side) == text
    again = with_verdicts(side, TOWN, [Given(PRINT, "F1", "听取汇报", "absent", "agree", date="2025-04-01")])
    assert "# 见会议纪要\n# 第3号\n[[report.verdict]]" in side_text(again)


def test_the_end_of_a_long_string_is_no_comment(tmp_path: Path) -> None:
    text = SOUND.replace('reason = "第二部分写了"', 'reason = """写了\n# 两处"""') + "\n"
    moved = text.replace('fingerprint = "0123456789abcdef0123456789abcdef"\n', "").replace(
        'about = "听取汇报"', 'about = "听取汇报"\nfingerprint = "0123456789abcdef0123456789abcdef"'
    )
    tail = '[[report.verdict]]\nrule = "W1"\nverdict = "agree"\ndate = "2025-03-01"\nfingerprint = "' + OTHER + '"\n'
    given = (
        moved.replace('until = "2025-12-31"', 'until = "2025-12-31"\nby = """甲\n# 乙"""').rstrip("\n") + "\n" + tail
    )
    side = read_text(given, tmp_path)
    assert [one.comment for one in side.reviews[0].verdicts] == [(), ()]


def test_a_bom_windows_line_ends_and_bare_dates_are_understood(tmp_path: Path) -> None:
    text = "\ufeff" + SOUND.replace('"2025-03-01"', "2025-03-01").replace("\n", "\r\n")
    assert read_text(text, tmp_path).reviews == (Review(TOWN, (DISAGREE,)),)


def test_two_tables_of_one_document_are_one_and_the_later_word_holds(tmp_path: Path) -> None:
    table = SOUND.split("format = 1\n")[1]
    renamed = table.replace("报告.docx", "报告（二稿）.docx").replace("青禾镇人民政府", "青禾镇 人民政府")
    later = renamed.replace("disagree", "waived").replace("2025-03-01", "2025-03-02")
    for text in (SOUND + later, SOUND.replace(table, later) + table):
        side = read_text(text, tmp_path)
        assert [one.verdict for review in side.reviews for one in review.verdicts] == ["waived"]
    assert len(read_text(SOUND + renamed, tmp_path).reviews[0].verdicts) == 1


def test_two_words_of_one_day_are_for_a_person_to_choose(tmp_path: Path) -> None:
    table = SOUND.split("format = 1\n")[1]
    assert problems(SOUND + table.replace("disagree", "waived"), tmp_path) == [
        "33:11 对同一处，第 12 行已有同一天的另一条意见；请只留一条"
    ]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = (
        SOUND.replace('issuer = "青禾镇人民政府"', 'isuer = "青禾镇人民政府"')
        .replace("year = 2024", 'year = "2024"')
        .replace('rule = "F1"\n', "")
    )
    assert problems(text, tmp_path) == [
        "7:1 [[report]] 没有“isuer”这个键",
        "8:8 “year”应是整数（不加引号）",
        "12:10 [[report.verdict]] 缺少“rule”",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("format = 1", "format = 2", "4:10 format 应是 1，这里写的是 2；"
            "这个文件可能是更新的 qingdan 写的，请升级后再用"),
        ("format = 1\n", "", "1:1 复核文件最外层 缺少“format”"),
        ('"disagree"', '"waved"', "16:11 “verdict”只能是 agree（同意）、disagree（不同意）、waived（可以保留）、"
            "met（已写明）、unmet（未写明） 之一，这里写的是“waved”"),
        ('"disagree"', '"met"', "16:11 对缺失的要素不能写“met”，可以写 agree、disagree、waived"),
        ('"absent"', '"error"', "16:11 对未查成的要素不能写“disagree”"),
        ('"absent"', '"abs"', "15:10 “status”只能是 met（满足）、thin（不充分）、absent（缺失）、review（待核）、"
            "na（不适用）、error（未查成） 之一，这里写的是“abs”"),
        ('reason = "第二部分写了"\n', "", '16:11 “不同意”要写明理由：reason = "…"'),
        ('office = "县司法局"', 'office = " "', '16:11 “不同意”要写明由谁认定：office = "…"'),
        ('"2025-12-31"', '"2025-13-01"', "20:9 “until”要写作 \"2026-03-01\" 这样的日期，这里写的是“2025-13-01”"),
        ("0123456789abcdef0123456789abcdef", "x", "21:15 “fingerprint”是 32 位的识别码，"
            "由 qingdan review 写，不要改动"),
        ("[[report]]", "[report]", "6:2 “report”应是表，表头写作 [[report]]"),
        ("[[report]]", "<<<<<<< HEAD\n[[report]]", "6:1 这里有两人的改动相撞的标记"
            "（git 的 <<<<<<<、=======、>>>>>>>），请先留下要的内容"),
        ('path = "报告.docx"', 'path = "报告.docx', "10:16 文字没有收尾：行末之前缺引号"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert problems(SOUND.replace(old, new, 1), tmp_path)[0] == message


def test_a_file_of_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "复核.toml"
    path.write_bytes(SOUND.encode("gb18030"))
    with pytest.raises(ChecklistError, match="文件是 GBK 编码；请用记事本“另存为”，编码选 UTF-8"):
        read_side_file(path)


def test_undoing_the_last_verdict_takes_the_document_out() -> None:
    side = with_verdicts(SideFile("x"), TOWN, [DISAGREE])
    assert without_verdicts(side, TOWN, [PRINT]).reviews == ()
    assert without_verdicts(side, TOWN, [OTHER]).reviews == side.reviews
