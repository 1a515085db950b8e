"""Elements that are a table of the report, there and filled in."""

from lint.checklist.model import TableElement, TableRule
from lint.checks.context import Context
from lint.checks.elements.evidence import section_titles
from lint.checks.results import ABSENT, MET, REVIEW, THIN, Outcome, Trace
from lint.checks.tables.sheet import is_pictured, may_be_there, read_sheet

UNTOLD = "这种格式看不出表格，请核对“{called}”是否齐全、填好，数据是否对得上；要自动核对，请用 Word 文件或网页。"

OTHERWISE = "“{called}”的行列与规定的格式不同，请核对是否齐全、填好，数据是否对得上。"
PICTURED = "报告里有图片，“{called}”可能是图片，图片里的字没有读，请核对这张表；要自动核对，请把表做成表格。"


def judge(context: Context, element: TableElement) -> Outcome:
    """Met where the table is filled and has all its rows and columns. A format that cannot tell tables makes a question
    where the table may be there."""
    report = context.report
    rule = next(
        rule for rule in context.checklist.file.rule if isinstance(rule, TableRule) and rule.id == element.table
    )
    if may_be_there(context, rule):
        return Outcome(element.id, REVIEW, question=element.question or UNTOLD.format(called=rule.called))
    sheet = read_sheet(context, rule)
    if sheet is None and is_pictured(context):
        return Outcome(element.id, REVIEW, question=element.question or PICTURED.format(called=rule.called))
    if sheet is None:
        return Outcome(element.id, ABSENT, searched=section_titles(report, ()))
    if sheet.laid_out_otherwise:
        question = element.question or OTHERWISE.format(called=rule.called)
        return Outcome(element.id, REVIEW, evidence=(sheet.place,), question=question)
    status = MET if sheet.filled and not sheet.missing else THIN
    figures = sum(value.figure.value is not None for value in sheet.values.values())
    lacking = f"，没有找到{'、'.join(sheet.missing)}" if sheet.missing else ""
    why = f"认出{len(sheet.rows)}行、{len(sheet.columns)}列，{figures}格有数{lacking}"
    trace = Trace(sheet.place, f"表格 {rule.called}", (), "", status, why)
    return Outcome(element.id, status, evidence=(sheet.place,), traces=(trace,))
