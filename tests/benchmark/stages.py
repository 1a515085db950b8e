"""The way of one report, stage by stage, through the library; and where the time of the checks goes."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

import msgspec

from lint import engine
from lint.checklist.checklist import Checklist
from lint.checklist.lexicon import lexicon
from lint.checklist.load import load
from lint.checks import kinds
from lint.document.understand import understand
from lint.readers import read_bytes
from lint.record import report_line, report_record
from lint.render.json_text import json_line
from lint.render.page import page
from lint.run import Run

T = TypeVar("T")
TODAY = date(2026, 3, 1)
STAGES = ("read", "understand", "check", "record", "render")


class Clock:
    """Seconds of process time by name."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def __call__(self, name: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        self.spent[name] += time.process_time() - start
        return result


class Tool:
    """A loaded checklist and what belongs to it."""

    def __init__(self, checklist: Checklist | None = None) -> None:
        self.checklist = checklist or load("township")
        self.words = lexicon(self.checklist)

    def line(self, data: bytes, name: str, clock: Clock | None = None, *, html: bool = False) -> str:
        """The record of one report as a line of JSON, or its page."""
        timed = clock or Clock()
        document = timed("read", lambda: read_bytes(data, name))
        report = timed("understand", lambda: understand(document, self.words))
        result = timed("check", lambda: engine.run_checks(report, self.checklist, TODAY))
        run = Run(name, document, report, self.checklist, True, report.front.report_year, TODAY, result)
        if html:
            return timed("render", lambda: page(run))
        line = timed("record", lambda: report_line(report_record(run)))
        return timed("render", lambda: json_line(line))


@contextmanager
def inside_checks(clock: Clock) -> Iterator[None]:
    """While it lasts, the clock also tells the kinds of elements, the rules, the chain and the sums apart."""
    judge, rules = engine.judge_element, dict(kinds.RULES)
    read_chain, read_sums = engine.read_chain, engine.read_sums

    def judged(context: Any, element: Any, *rest: Any) -> Any:
        return clock(f"element {kind_of(element)}", lambda: judge(context, element, *rest))

    def ruled(check: Any) -> Any:
        return lambda context, rule: clock(f"rule {kind_of(rule)}", lambda: check(context, rule))

    try:
        engine.judge_element = judged
        kinds.RULES = {kind: ruled(check) for kind, check in rules.items()}
        engine.read_chain = lambda context: clock("chain", lambda: read_chain(context))
        engine.read_sums = lambda context: clock("sums", lambda: read_sums(context))
        yield
    finally:
        engine.judge_element, kinds.RULES = judge, rules
        engine.read_chain, engine.read_sums = read_chain, read_sums


def kind_of(spec: Any) -> str:
    """The kind of an element or rule, as a checklist writes it."""
    return str(msgspec.to_builtins(spec).get("kind", type(spec).__name__))


_PATTERNS = {"done", "named", "not", "none", "na", "passage", "explicit", "lacks", "forms"}


def multiplied(checklist: Checklist, times: int) -> Checklist:
    """The checklist with all elements and rules that many times: each copy has patterns of other text but like work."""

    def wrap(value: Any, depth: int, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: wrap(inner, depth, name) for name, inner in value.items()}
        if isinstance(value, list) and key in _PATTERNS:
            return [_bracketed(one, depth) if isinstance(one, str) else wrap(one, depth) for one in value]
        return value

    data = msgspec.to_builtins(checklist.file)
    for name in ("element", "rule"):
        data[name] = [
            {**wrap(one, depth), "id": f"{one['id']}x{depth}" if depth else one["id"]}
            for depth in range(times)
            for one in data.get(name, [])
        ]
    return Checklist(msgspec.convert(data, type(checklist.file)), checklist.sha256, checklist.sources)


def _bracketed(phrase: str, depth: int) -> str:
    """The phrase in brackets that change nothing but its text; anchors must stay outermost."""
    return phrase if phrase[:1] == "^" or phrase[-1:] == "$" else "(" * depth + phrase + ")" * depth
