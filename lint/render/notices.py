"""What a reviewing system is told of a report: what fails and counts, one notice each.

Conclusions that passed, questions for a person and what has been excused are no notices: the systems know only alarms,
and would raise one for each.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lint.policy.identity import identity
from lint.record import shape
from lint.record.basis import lead, titled
from lint.record.findings import rule_of
from lint.render.flat import flat, sentence
from lint.render.locations import Region, Unit, has_lines, region, relative_path
from lint.render.verdict import open_findings
from lint.render.words import shorten, where
from lint.run import Failure, Seen

UNREADABLE = "qingdan.unreadable"
UNREADABLE_TITLE = "文件没有读成"
CONFIGURATION = "配置"
_QUOTE = 40
ELSEWHERE = 8


@dataclass(frozen=True)
class Notice:
    """One thing to mend. `rule` is the id of an element or a rule of the checklist, `title` its name; `text` is one
    line; `path` is relative to the root; `fingerprint` is of this finding in this document, wherever its file lies.

    `run`, `place` and `finding` are there for what was found in a report; `line` for what was in a configuration."""

    rule: str
    title: str
    severity: shape.Severity
    text: str
    path: str
    fingerprint: str
    run: Seen | None = None
    place: shape.Place | None = None
    finding: shape.Finding | None = None
    line: int | None = None

    def region(self, unit: Unit) -> Region | None:
        """Where it is in the lines of its file; None where it has none."""
        if self.run is not None and self.place is not None:
            return region(self.run, self.place, unit)
        return Region(self.line, 1, self.line, 1) if self.line else None


def notices(run: Seen, report: shape.Report, root: Path) -> Iterator[Notice]:
    """Those of one report: its findings that count, then the checks that failed."""
    titles, document, path = titles_of(run), document_key(report, root), relative_path(run.path, root)
    for finding in open_findings(report):
        ident = rule_id(run, finding["rule"])
        yield Notice(
            ident,
            titles.get(ident, ident),
            finding["severity"],
            said(run, report, finding) + elsewhere(run, finding),
            path,
            fingerprint(document, finding["fingerprint"]),
            run,
            finding,
            finding,
        )
    for element in report["elements"]:
        if element["status"] == "error":
            yield Notice(
                element["id"],
                flat(element["title"]),
                "error",
                unchecked(element),
                path,
                fingerprint(document, "error\0" + element["fingerprint"]),
                run,
                next(iter(element["evidence"]), None),
            )


def unreadable(failure: Failure, root: Path) -> Notice:
    """That of a file that could not be read or checked."""
    path = relative_path(failure.path, root)
    text = f"没有检查：{sentence(failure.message)}"
    return Notice(UNREADABLE, UNREADABLE_TITLE, "error", text, path, _digest(UNREADABLE, path))


def amiss(finding: shape.PolicyFinding, root: Path) -> Notice:
    """That of something amiss with the configuration."""
    path = relative_path(finding["path"], root)
    ident = f"qingdan.{finding['rule']}"
    digest = _digest(ident, path, finding["message"])
    return Notice(
        ident, CONFIGURATION, finding["severity"], sentence(finding["message"]), path, digest, line=finding["line"]
    )


def said(run: Seen, report: shape.Report, finding: shape.Finding, *, placed: bool = True) -> str:
    """The finding in one line: what is wrong, the words it is about, what to write, the basis. Of a file without lines
    the place comes first, unless it is shown beside (`placed` is False)."""
    place = f"{where(finding)}：" if placed and not has_lines(run) else ""
    pieces = [flat(place) + sentence(finding["message"])]
    quote = finding["quote"]
    if finding["element"] is None and len(quote.strip()) > 2 and quote not in finding["message"]:
        pieces.append(f"原文：“{flat(shorten(quote, _QUOTE))}”。")
    if finding["suggestion"]:
        pieces.append(f"可改为：“{flat(shorten(finding['suggestion'], _QUOTE))}”。")
    if element := next((e for e in report["elements"] if e["id"] == finding["element"]), None):
        pieces.append(f"怎样写：{sentence(element['remedy']['text'])}" if element["remedy"] else "")
    if finding["basis"]:
        pieces.append(f"依据：{short_basis(finding['basis'][0])}。")
    return "".join(pieces)


def elsewhere(run: Seen, finding: shape.Finding, show: Callable[[int, str], str] = lambda _, words: words) -> str:
    """How often a habit was found and where else, in words; empty where there is only one place. `show` is given the
    number of a place among `others`, from 1, and the words for it."""
    if len(finding["places"]) < 2:
        return ""
    found = others(run, finding)
    shown = "、".join(show(number, words) for number, (words, _) in enumerate(found[:ELSEWHERE], 1))
    more = "等" if len(found) > ELSEWHERE else ""
    return f"共 {finding['count']} 处" + (f"，另见{shown}{more}。" if shown else "。")


def others(run: Seen, finding: shape.Finding) -> list[tuple[str, shape.Place]]:
    """The first place of a habit in each line, paragraph or page but that of the finding itself, with words for it."""
    found = {spot(run, place): place for place in reversed(finding["places"])}
    found.pop(spot(run, finding), None)
    return list(reversed(found.items()))


def spot(run: Seen, place: shape.Place) -> str:
    """Where a place is, without its section."""
    return flat(where({**place, "section": None}))


def unchecked(element: shape.Element) -> str:
    """An element or rule that could not be checked, in one line."""
    return sentence(element["message"]) + (f"原因：{sentence(element['reason'])}" if element["reason"] else "")


def short_basis(basis: shape.Basis) -> str:
    """Title and article."""
    title = titled(basis["title"], basis["rank"], basis["number"])
    return flat(f"{lead(basis['rank'], basis['by_reference'])}{title}{basis['article']}")


def titles_of(run: Seen) -> dict[str, str]:
    """The names of all elements and rules of the run's checklist."""
    return {entry.id: flat(entry.title) for entry in (*run.checklist.file.element, *run.checklist.file.rule)}


def rule_id(run: Seen, ident: str) -> str:
    """The element or rule behind a finding; a finding may name a part of a rule."""
    rule = rule_of(run, ident)
    return rule.id if rule else ident


def document_key(report: shape.Report, root: Path) -> tuple[str, ...]:
    """What a document is known by, wherever its file lies: issuer, year and checklist; else its path."""
    document = identity(report, root)
    return tuple(map(str, document.key or (document.path,)))


def fingerprint(document: tuple[str, ...], about: str) -> str:
    """A fingerprint of the record made one of this document: two townships that lack the same do not share it."""
    return _digest(*document, about)


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
