"""Tables: rows and columns that must be there, cells that must hold figures, equations that must hold."""

from collections.abc import Iterator

from lint.checklist.equations import Equation, parse_equation
from lint.checklist.model import TableRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding, shown
from lint.checks.rules.table_say import broken
from lint.checks.tables.sheet import Sheet, Value, read_sheet

_SHOWN = 5  # names or words in a sentence


def check(context: Context, rule: TableRule) -> list[Finding]:
    """Findings on the rule's table; none where it is not there: that an element tells."""
    sheet = read_sheet(context, rule)
    if sheet is None:
        return []
    if sheet.laid_out_otherwise:
        message = f"“{rule.called}”的行列与规定的格式不同，没有核对里面的数，请按规定的格式重排，或者自行核对。"
        return [finding(rule, message, [sheet.place], severity="warning")]
    found = [*_missing(rule, sheet), *_no_figures(rule, sheet)]
    if not sheet.filled:
        return found
    if rule.blank == "missing":
        found.extend(_blanks(rule, sheet))
    found.extend(_equations(rule, sheet))
    return found


def _missing(rule: TableRule, sheet: Sheet) -> Iterator[Finding]:
    if sheet.missing:
        names, more = "".join(f"“{name}”" for name in sheet.missing[:_SHOWN]), len(sheet.missing)
        many = f"等{more}处" if more > _SHOWN else ""
        message = f"“{rule.called}”里没有找到{names}{many}，请对照规定的格式补上，或者核对行名、列名。"
        yield finding(rule, message, [sheet.place], severity="warning")


def _no_figures(rule: TableRule, sheet: Sheet) -> Iterator[Finding]:
    values = list(sheet.values.values())
    wrong = [value for value in values if value.figure.value is None and not value.figure.blank]
    if wrong:
        message = f"“{rule.called}”里{_quoted(wrong)}不是数，请填阿拉伯数字，没有的填0。"
        yield finding(rule, message, [value.span for value in wrong])
    negative = [value for value in values if value.figure.value is not None and value.figure.value < 0]
    if negative:
        message = f"“{rule.called}”里{_quoted(negative)}是负数，请核对。"
        yield finding(rule, message, [value.span for value in negative])
    broken_up = [
        value
        for value in values
        if value.figure.value is not None
        and not value.figure.whole
        and value.row not in rule.decimals
        and value.column not in rule.decimals
    ]
    if broken_up:
        message = f"“{rule.called}”里{_quoted(broken_up)}不是整数，请核对。"
        yield finding(rule, message, [value.span for value in broken_up])


def _quoted(values: list[Value]) -> str:
    words = list(dict.fromkeys(shown(value.figure.text) for value in values))
    return "".join(f"“{word}”" for word in words[:_SHOWN]) + (f"等{len(values)}格" if len(words) > _SHOWN else "")


def _blanks(rule: TableRule, sheet: Sheet) -> Iterator[Finding]:
    blank = [value for value in sheet.values.values() if value.figure.blank]
    if blank:
        message = f"“{rule.called}”有{len(blank)}格没有填，请补填，没有的填0。"
        yield finding(rule, message, dict.fromkeys(value.span for value in blank), severity="warning")


def _equations(rule: TableRule, sheet: Sheet) -> Iterator[Finding]:
    for equation in map(parse_equation, rule.each_column):
        if _known(rule, equation, sheet.rows):
            for column in sheet.columns:
                terms = {name: sheet.values.get((name, column)) for name in equation.names}
                where = f"“{column}”一列" if rule.columns else f"第{column}列"
                yield from _judged(rule, equation, terms, where)
    for equation in map(parse_equation, rule.each_row):
        if _known(rule, equation, sheet.columns):
            for row in sheet.rows:
                terms = {name: sheet.values.get((row, name)) for name in equation.names}
                where = f"“{row}”一行" if rule.rows else "" if len(sheet.rows) == 1 else f"第{row}行数据"
                yield from _judged(rule, equation, terms, where)


def _known(rule: TableRule, equation: Equation, names: tuple[str, ...]) -> bool:
    """Whether the table has what the equation speaks of: an optional one that is not there counts nothing."""
    return all(name in names or name in rule.optional for name in equation.names)


def _judged(rule: TableRule, equation: Equation, terms: dict[str, Value | None], where: str) -> Iterator[Finding]:
    there = [value for value in terms.values() if value is not None]
    if any(value.figure.value is None and (not value.figure.blank or rule.blank == "missing") for value in there):
        return  # told by itself
    if all(value.figure.blank for value in there):
        return
    message, places = broken(equation, terms)
    if message:
        yield finding(rule, f"“{rule.called}”{where}对不上：{message}，请核对。", places)
