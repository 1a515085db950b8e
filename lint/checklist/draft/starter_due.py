"""The rule of a drafted checklist by which a report is due, with the examples that hold it."""

from datetime import date, timedelta

from lint.checklist.draft.regulation_words import Deadline
from lint.checklist.draft.starter_elements import issuer
from lint.checklist.draft.starter_text import plain, text

_DUE = "# ---------------------------------------------------------------- 期限\n"


def due_rule(deadline: Deadline, basis: str, subject: str, kinds: tuple[str, ...]) -> str:
    """The rule of the days by which the report is due; a comment where the rule cannot count them."""
    said = f"{_DUE}# 规定{deadline.article}：{plain(deadline.said)}\n"
    if not deadline.next_year or not deadline.written:
        return f'{said}# 期限规则（kind = "deadline"）的 date、published 从报告年度的次年起算；合用的，请自己添上。\n'
    last = date.fromisoformat(f"2025-{deadline.written}")
    late = last + timedelta(days=1)
    published = f'published = "{deadline.published}"  # 公开的期限\n' if deadline.published else ""
    return f"""\
{said}[[rule]]
id = "report-due"
kind = "deadline"
title = "报送期限"
severity = "warning"
basis = {basis}
date = "{deadline.written}"  # 次年的月、日：成文日期晚于它就提示
{published}
{_dated(late, subject, kinds)}finds = ["{_day(late)}"]

{_dated(last, subject, kinds)}clean = true
"""


def _dated(day: date, subject: str, kinds: tuple[str, ...]) -> str:
    body = issuer(kinds)
    title = text(f"{body}关于2024年{subject}情况的报告")[1:-1]
    return f'[[rule.example]]\ntext = """\n{title}\n\n一、主要做法\n全年召开会议4次。\n\n{body}\n{_day(day)}\n"""\n'


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
