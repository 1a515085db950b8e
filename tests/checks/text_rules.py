"""Runs one text rule over a text, for the tests of the text rules."""

from datetime import date
from functools import lru_cache

from lint.checklist.checklist import Checklist
from lint.checklist.load import load
from lint.checks.context import Context
from lint.checks.kinds import RULES
from lint.checks.results import Finding
from lint.document.document import Document, plain_lines
from lint.document.understand import understand
from lint.patterns import TextIndex


@lru_cache
def common() -> Checklist:
    return load("common")


def run(kind: str, text: str, form: str = "txt") -> list[Finding]:
    """The findings of the common checklist's rule of this kind."""
    document = Document("报告.txt", form, text, plain_lines(text))
    report = understand(document)
    context = Context(report, common(), TextIndex(report.text), date(2025, 3, 1), report.front.report_year)
    rule = next(rule for rule in common().file.rule if rule.__struct_config__.tag == kind)
    return RULES[type(rule)](context, rule)


def quotes(text: str, findings: list[Finding]) -> list[list[str]]:
    """What each finding marks."""
    return [[text[start:end] for start, end in one.places] for one in findings]


def grave(findings: list[Finding]) -> list[Finding]:
    """Errors and warnings, without hints."""
    return [one for one in findings if one.severity != "hint"]


def marked(kind: str, text: str) -> list[list[str]]:
    """What the errors and warnings of a rule mark in a text."""
    return quotes(text, grave(run(kind, text)))


def marked_below_title(kind: str, body: str) -> list[list[str]]:
    """The same in a report with TITLE and this body."""
    return marked(kind, TITLE + body)


TITLE = "甲县乙镇人民政府\n关于2024年法治政府建设情况的报告\n\n县委、县政府：\n"
CLEAN = (
    TITLE
    + """
2024年，乙镇围绕《甲县“十四五”规划（2021—2025年）》（甲政发〔2021〕5号）推进各项工作。现将有关情况报告如下：
一、主要做法和成效
（一）加强学习。组织“每周一课”“法治讲堂”等活动12场（次），1300余人次参加；上午8:30开课，网址为https://www.example.cn/z?id=3。
（二）抓好落实。一件一件登记，一户一户走访，做到家家户户知晓。一是安全生产无事故，二是信访总量下降12.5%，三是化解率98.6%。
（三）守住底线
对A、B两类企业分级管理，投入1,200万元。群众说：“以前办事‘跑断腿’，现在一趟就办好！”
1.开展隐患排查（共3轮）；
2.整改隐患17处；
3.组织演练2次。
二、存在的不足和原因
（一）力量不足。原因是编制少、人员流动快。
（二）办法不多。主要是培训不够。
三、2025年打算
年内招录2名专职人员，党政办公室、综合执法办公室各1名。

甲县乙镇人民政府
2025年1月8日
"""
)
