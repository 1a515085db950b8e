"""Running the examples of a checklist with a judge handed in; patterns that no example tries."""

from collections.abc import Callable
from pathlib import Path

from sound_checklist import SOUND

from lint.checklist.checklist import Checklist
from lint.checklist.examples import Actual, Owner, run_examples
from lint.checklist.faults.validate import untried_patterns, validate
from lint.checklist.load import load
from lint.checklist.model import Example

Write = Callable[..., Path]

MORE = """
[[rule.term.example]]
text = "法制建设成效。"
finds = ["法制建设"]

[[rule.term.example]]
text = "法治建设成效。"
clean = true

[[rule.term.example]]
text = "法制建设。"
clean = true
known-gap = true

[[rule.example]]
text = "法治建设。"
clean = true
known-gap = true

[[rule.example]]
text = "行政复意。"
finds = ["行政复意", "别的"]

[[rule.example]]
text = "无期望。"
"""


def _judge(checklist: Checklist, owner: Owner, example: Example) -> Actual:
    if not owner.is_rule:
        return "met"
    return tuple(f"的{word}" for word in ("法制建设", "行政复意") if word in example.text)


def test_results_say_expected_actual_and_line(write: Write) -> None:
    results = run_examples(load(write(SOUND + MORE)), _judge)
    told = [(result.owner.name, result.state, result.expected, result.actual, result.line) for result in results]
    assert told == [
        ("F1", "pass", "met", "met", 52),
        ("F2", "fail", "thin", "met", 70),
        ("R1", "closed", "什么也没有找到", "什么也没有找到", 100),
        ("R1", "fail", "“行政复意”、“别的”", "“的行政复意”", 105),
        ("R1", "fail", "", "什么也没有找到", 109),
        ("R1（法治建设）", "pass", "“法制建设”", "“的法制建设”", 87),
        ("R1（法治建设）", "pass", "什么也没有找到", "什么也没有找到", 91),
        ("R1（法治建设）", "gap", "什么也没有找到", "“的法制建设”", 95),
    ]
    assert {result.file for result in results} == {"甲.toml"}
    assert [result.failed for result in results] == [state == "fail" for _, state, *_ in told]


def test_examples_of_a_base_are_run_and_placed_there(write: Write) -> None:
    write(SOUND, "base.toml")
    own = '[checklist]\nid = "own"\ntitle = "乙"\nversion = "1"\nextends = "base"\nremove = ["F1"]\n'
    (result,) = run_examples(load(write(own)), _judge)
    assert (result.owner.name, result.file, result.line) == ("F2", "base.toml", 70)


def test_patterns_that_no_example_tries(write: Write) -> None:
    text = SOUND.replace('done = ["{会议}…听取…汇报"]', 'done = ["{会议}…听取…汇报", "研究"]\nnamed = ["汇报"]')
    (problem,) = untried_patterns(write(text + '\n[[rule.term.example]]\ntext = "法制建设"\nfinds = ["法制建设"]\n'))
    assert (problem.line, problem.column, problem.level) == (47, 24, "提示")
    assert problem.message == "自己的例子里没有一个能匹配“研究”"


def test_notes(write: Write) -> None:
    text = SOUND.replace('example = [{ text = "一是甲。", expect = "thin" }]\n', "").replace(
        'basis = ["law"]\nmet = "够', 'met = "够'
    )
    text = text.replace('group = "总体"', 'group = "别处"', 1).replace('expect = "met"', 'role = "plan"')
    assert [(problem.line, problem.level, problem.message) for problem in validate(write(text + MORE))] == [
        (40, "提示", "要素“F1”的组“别处”不在 groups 里，会排在最后"),
        (52, "提示", "要素的例子没有写应得的结果（expect）"),
        (56, "提示", "要素“F2”没有例子（[[element.example]]）"),
        (56, "提示", "要素“F2”没有写依据（basis）"),
        (107, "提示", "规则的例子没有写应找到什么（finds 或 clean = true）"),
    ]
