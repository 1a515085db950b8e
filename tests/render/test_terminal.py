"""The terminal's text: short, true, printable on a GBK console, harmless in a CI log."""

import io
import re
from dataclasses import replace

from lint.checks.results import CheckResult, Finding, Outcome, Trace
from lint.record import record
from lint.render.console import argument, safe, wants_colour
from lint.render.explain import explain_text
from lint.render.outline import outline_text
from lint.render.words import _UNSEEN
from lint.run import Failure
from tests.render.build import TEXT, at, build
from tests.render.screen import terminal

HOSTILE = "::error::坏\n##vso[task.complete]\x1b[31m红\u202e反\x00空𠮷字◐\n"


def test_what_a_drafter_reads() -> None:
    text = terminal(record([build()]))
    lines = text.split("\n")
    assert lines[0] == "■ 报告/柳河镇 2024.txt"
    assert lines[1] == "  题 柳河镇人民政府关于2024年法治政府建设情况的报告"
    assert lines[2] == "  应查 17 项：满足 11、不充分 4、缺失 2；待核 1、不适用 1、未查成 1"
    assert "  第8行（一） 警告 没有写明带头学法 [F3]" in lines
    assert "  第12行（一（二））等共 5 处 提示 正文里的逗号是半角。请改为全角“，”。 可改为：“，” [punctuation]" in lines
    assert "  第10行（一（一）） 待核 是否已经述法？请对照述职报告。 [F9]" in lines
    assert lines[-2] == "读到 1 份、核对 1 份：错误 4、警告 4、提示 5。"


def test_elements_come_first_and_by_severity() -> None:
    shown = re.findall(r"(错误|警告|提示) .*\[(\w[\w.]*)\]", terminal(record([build()])))
    assert [rule for _, rule in shown[:6]] == ["S8", "F3", "S6", "T0", "C1", "C3"]
    assert [word for word, _ in shown[:6]] == ["错误", "警告", "警告", "提示", "提示", "提示"]


def test_an_unreadable_and_a_foreign_file() -> None:
    text = terminal(record([build(recognised=False)], [Failure("坏.doc", "打不开，请另存为 .docx。")]))
    assert "看起来不是“乡镇法治政府建设年度报告清单”所查的报告" in text
    assert "■ 坏.doc\n  未检查：打不开，请另存为 .docx。" in text
    assert "读到 1 份、核对 0 份、不是这类报告 1 份、没有读成 1 份：错误 0、警告 0、提示 0。" in text


def test_every_text_is_printable_in_gbk_and_harmless_in_ci() -> None:
    text = HOSTILE + TEXT
    span = at(text, HOSTILE)
    checked = CheckResult(
        (
            Outcome(
                "S8",
                "absent",
                searched=(HOSTILE,),
                nearest=span,
                message=HOSTILE,
                traces=(Trace(span, HOSTILE, (HOSTILE,), "done", "met", HOSTILE),),
            ),
        ),
        (Finding("term", "error", HOSTILE, (span,), suggestion=HOSTILE),),
    )
    run = build(text, path=HOSTILE, checked=checked, remarks=[HOSTILE])
    outputs = [
        terminal(record([run], [Failure(HOSTILE, HOSTILE)])),
        explain_text(run, "S8") or "",
        outline_text(run, verbose=True),
    ]
    for output in outputs:
        output.encode("gbk")
        assert not re.search(r"^\s*::", output, re.MULTILINE)
        assert not re.search(r"##\w*\[", output)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", output)


def test_what_gbk_lacks_is_shown_as_a_geta() -> None:
    assert safe("𠮷字") == "〓字"
    assert safe("a\u202eb\tc") == "a[U+202E]b c"


def test_colour_only_when_asked_and_never_against_no_color() -> None:
    assert "\x1b" not in terminal(record([build()]))
    assert "\x1b[1;31m错误\x1b[0m" in terminal(record([build()]), colour=True)

    class Console(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert wants_colour(Console(), {})
    assert not wants_colour(Console(), {"NO_COLOR": "1"})
    assert not wants_colour(io.StringIO(), {})


def test_explain_shows_every_candidate() -> None:
    text = explain_text(build(), "F1")
    assert text is not None
    assert "F1 听取法治建设工作汇报：满足" in text
    assert "  1. 第10行（一（一）） “听取法治建设工作汇报”" in text
    assert "部分：举措成效；立意：已做（done）" in text
    assert "结论：满足。报告年度做了，写明了次数" in text
    assert explain_text(build(), "不存在") is None
    assert "没有检查" in (explain_text(build(recognised=False), "F1") or "")


def test_outline_shows_what_was_understood() -> None:
    text = outline_text(build())
    assert "  机关：柳河镇人民政府（镇）" in text
    assert "  年度：2024" in text
    assert "    · 二、存在的不足和原因 [不足、原因] 第18行" in text
    assert "分句" not in text
    assert "分句" in outline_text(build(), verbose=True)
    bare = replace(build("", checked=CheckResult()), year=None)
    assert "  标题：未见" in outline_text(bare)


def test_what_is_printable_is_never_a_character_that_cannot_be_seen() -> None:
    assert [hex(code) for code in range(0x110000) if _UNSEEN.match(chr(code)) and chr(code).isprintable()] == []


def test_a_path_in_a_command_is_quoted_where_a_shell_would_take_it_apart() -> None:
    assert argument("各乡镇/大堤口.docx") == "各乡镇/大堤口.docx"
    assert argument("大堤口 (定稿).docx") == '"大堤口 (定稿).docx"'
