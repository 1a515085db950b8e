"""Runs a checklist over a report. One check that fails is one `error` outcome, never a lost report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from lint.checklist import model
from lint.checklist.checklist import Checklist
from lint.checklist.model import Element
from lint.checklist.plugins import PluginError
from lint.checks import kinds
from lint.checks.context import Context
from lint.checks.elements.chain import read_chain
from lint.checks.elements.count import measures
from lint.checks.elements.judge import judge_element
from lint.checks.results import ABSENT, ERROR, REVIEW, CheckResult, Finding, Outcome, Shortcoming
from lint.checks.rules.sums import read_sums
from lint.document.report import Report
from lint.patterns import BudgetExceeded, PatternError, TextIndex

T = TypeVar("T")

# The kinds of rules about single characters, marks and line ends; there a recogniser makes mistakes of its own.
NEED_EXACT_TEXT = (
    model.PunctuationRule,
    model.ResidueRule,
    model.RepeatedRule,
    model.SlipsRule,
    model.NumberingRule,
    model.TermRule,
)
_INNER_MARKS = str.maketrans("“”", "‘’")


def run_checks(report: Report, checklist: Checklist, today: date, year: int | None = None) -> CheckResult:
    """Every element's outcome in the checklist's order, and every rule's findings.

    `year` is the report year where the user gave one. A pattern that runs out of its time or cannot be compiled makes
    an `error` outcome for its element; for a rule, an `error` outcome under the rule's id. Where the text was
    recognised in a picture, what is absent becomes a question, and the rules of NEED_EXACT_TEXT are silent.
    """
    by_ocr = report.document.by_ocr
    index = report.prepared if isinstance(report.prepared, TextIndex) else TextIndex(report.text)
    told = year if year is not None else report.front.report_year
    context = Context(report, checklist, index, today, told)
    errors: list[Outcome] = []

    def guarded(owner: str, work: Callable[[], T], otherwise: T) -> T:
        try:
            return work()
        except BudgetExceeded as error:
            errors.append(
                Outcome(owner, ERROR, reason=f"模式“{error.pattern[:60]}”匹配超时，这一项没有查完，请改写该模式")
            )
        except PatternError as error:
            errors.append(Outcome(owner, ERROR, reason=f"模式有误，这一项没有查：{error.message}"))
        except PluginError as error:
            errors.append(Outcome(owner, ERROR, reason=str(error)))
        except Exception as error:  # one check that fails must not lose the others; exit code 2 tells it
            errors.append(
                Outcome(owner, ERROR, reason=f"程序内部出错（{type(error).__name__}），这一项没有查，请告诉开发者")
            )
        return otherwise

    none: tuple[Shortcoming, ...] = ()
    shortcomings = guarded("chain", lambda: read_chain(context), none)
    outcomes: dict[str, Outcome] = {}
    elements = [element for element in checklist.file.element if _applies(element, context)]
    # an element that leans on others is judged after them
    for element in sorted(elements, key=lambda e: bool(getattr(e, "backed_by", ()))):
        before = len(errors)
        outcome = guarded(element.id, lambda e=element: judge_element(context, e, shortcomings, outcomes), None)  # type: ignore[misc]
        outcomes[element.id] = outcome if outcome is not None else errors.pop(before)
    findings: list[Finding] = []
    for rule in checklist.file.rule:
        if rule.off or (by_ocr and isinstance(rule, NEED_EXACT_TEXT)):
            continue
        findings.extend(guarded(rule.id, lambda rule=rule: kinds.findings(context, rule), []))  # type: ignore[misc]
    plan = checklist.file.chain.plan if checklist.file.chain else ""
    return CheckResult(
        outcomes=(*(_asked(element, outcomes[element.id], by_ocr) for element in elements), *errors),
        findings=tuple(findings),
        shortcomings=shortcomings,
        plan_measures=tuple(measures(context, plan)) if plan else (),
        sums=tuple(guarded("sums", lambda: read_sums(context), [])),
    )


def _asked(element: Element, outcome: Outcome, by_ocr: bool) -> Outcome:
    """What was not found in recognised text may stand in the picture all the same."""
    if not by_ocr or outcome.status != ABSENT:
        return outcome
    question = f"文字由扫描件识别而来，没有找到“{element.title.translate(_INNER_MARKS)}”，请对照原件人工核对。"
    return replace(outcome, status=REVIEW, message=None, question=question)


def _applies(element: Element, context: Context) -> bool:
    kind = context.report.front.issuer_kind
    if element.kinds and kind and kind not in element.kinds:
        return False
    if context.year is None:
        return True
    return (element.years_from or 0) <= context.year <= (element.years_to or 9999)
