"""SARIF for keeping: every outcome with its kind, the legal basis as a taxonomy, what was excused as suppressed.

met → pass, thin and absent → fail, na → notApplicable, review → review, error → open. Regions are strict: only a file
with lines has them. For code scanning this is the wrong file: GitHub makes an alarm of every result.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lint.record import shape
from lint.render.excuse import IGNORED, excuse
from lint.render.flat import flat, sentence
from lint.render.json_text import dump
from lint.render.notices import amiss, document_key, fingerprint, rule_id, said, titles_of, unchecked, unreadable
from lint.render.rdjson import exact_correction
from lint.render.sarif import linked
from lint.render.sarif_log import Log
from lint.render.sarif_places import artifact, different, location, message, whole_file
from lint.render.sarif_rules import LEVEL, UNRECOGNISED
from lint.render.sarif_taxa import TAXONOMY, Taxa
from lint.run import Failure, Seen

_KIND = {"met": "pass", "thin": "fail", "absent": "fail", "na": "notApplicable", "review": "review", "error": "open"}
_MIME = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class SarifFull:
    """Draws the log; keeps the rules, the legal sources and a line for each file."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._log = Log(root)
        self._taxa = Taxa()
        self._artifacts: list[str] = []
        self._document: tuple[str, ...] = ()

    def begin(self) -> str:
        return self._log.begin()

    def report(self, run: Seen, report: shape.Report) -> str:
        self._log.met(run, report)
        self._document = document_key(report, self._root)
        index = self._artifact(run.path, run, report)
        if not report["recognised"]:
            title = flat(report["checklist"]["title"])
            text = f"看起来不是“{title}”所查的报告，没有逐项核对。"
            own = self._log.rules.own(UNRECOGNISED)
            return self._log.result(self._passing(own, "notApplicable", text, run.path, index))
        found = (*self._elements(run, report, index), *self._rules(run, report, index))
        return "".join(map(self._log.result, found))

    def failure(self, failure: Failure) -> str:
        self._log.failed(failure)
        notice = unreadable(failure, self._root)
        index = self._artifact(failure.path)
        own = self._log.rules.own(notice.rule)
        return self._log.result(self._passing(own, "open", notice.text, failure.path, index))

    def policy(self, finding: shape.PolicyFinding) -> str:
        notice = amiss(finding, self._root)
        at = whole_file(finding["path"], self._root, finding["line"] or 1)
        return self._log.result(
            {
                "ruleIndex": self._log.rules.own(notice.rule, notice.title),
                "kind": "fail",
                "level": LEVEL[notice.severity],
                "message": message(notice.text),
                "locations": [at],
                "suppressions": [],
            }
        )

    def finish(self) -> str:
        more = {"artifacts": f"[{','.join(self._artifacts)}]"} if self._artifacts else {}
        if not self._taxa.taxa:
            return self._log.finish(more)
        more["taxonomies"] = dump([self._taxa.component()])
        return self._log.finish(more, {"supportedTaxonomies": [{"name": TAXONOMY, "index": 0}]})

    def _elements(self, run: Seen, report: shape.Report, index: int) -> Iterator[dict[str, Any]]:
        failing = {finding["element"]: finding for finding in report["findings"] if finding["element"]}
        for element in report["elements"]:
            rule = self._log.rules.index(run, element["id"], flat(element["title"]))
            finding = failing.get(element["id"])
            if finding is not None:
                value = self._finding(run, report, finding, rule, index)
            else:
                value = self._passing(rule, _kind(element), _sentence(element), run.path, index)
                if value["kind"] == "fail":  # the configuration says that it shall not be told
                    value["suppressions"] = [{"kind": "external", "status": "accepted", "justification": IGNORED}]
                places = element["evidence"] or ([element["nearest"]] if element["nearest"] else [])
                if places:
                    value["locations"] = [self._place(run, place, index) for place in places[:1]]
                if related := different(self._place(run, place, index) for place in places[1:]):
                    value["relatedLocations"] = related
            value["properties"] = _about(element)
            yield self._with_taxa(value, rule, element["basis"])

    def _rules(self, run: Seen, report: shape.Report, index: int) -> Iterator[dict[str, Any]]:
        titles = titles_of(run)
        found = {element["id"] for element in report["elements"]}
        for finding in report["findings"]:
            if finding["element"] is None:
                ident = rule_id(run, finding["rule"])
                found.add(ident)
                rule = self._log.rules.index(run, ident, titles.get(ident, ident))
                value = self._finding(run, report, finding, rule, index)
                value["properties"] = {"rule": finding["rule"], "count": finding["count"]}
                yield self._with_taxa(value, rule, finding["basis"])
        for one in run.checklist.file.rule:
            if not one.off and one.id not in found:
                rule = self._log.rules.index(run, one.id, titles[one.id])
                yield self._passing(rule, "pass", f"“{titles[one.id]}”没有发现问题。", run.path, index)

    def _finding(
        self, run: Seen, report: shape.Report, finding: shape.Finding, rule: int, index: int
    ) -> dict[str, Any]:
        reason = excuse(finding)
        own = fingerprint(self._document, finding["fingerprint"])
        value: dict[str, Any] = {
            "ruleIndex": rule,
            "kind": "fail",
            "level": LEVEL[finding["severity"]],
            "message": message(said(run, report, finding)),
            "locations": [self._place(run, finding, index)],
            "partialFingerprints": {"qingdan/v1": finding["fingerprint"], "qingdan.document/v1": own},
            "suppressions": [{"kind": "external", "status": "accepted", "justification": reason}] if reason else [],
        }
        if len(finding["places"]) > 1:
            value |= linked(run, report, finding, self._root, strict=True)
        if exact_correction(run, finding) and "region" in value["locations"][0]["physicalLocation"]:
            value["fixes"] = [_fix(value["locations"][0]["physicalLocation"], finding["suggestion"] or "")]
        return value

    def _passing(self, rule: int, kind: str, text: str, path: str, index: int) -> dict[str, Any]:
        return {
            "ruleIndex": rule,
            "kind": kind,
            "level": "none",
            "message": message(text),
            "locations": [{"physicalLocation": {"artifactLocation": artifact(path, self._root, index)}}],
            "suppressions": [],
        }

    def _with_taxa(self, value: dict[str, Any], rule: int, basis: Sequence[shape.Basis]) -> dict[str, Any]:
        references = [self._taxa.reference(one) for one in basis]
        self._taxa.relate(self._log.rules.descriptors[rule], references)
        return {**value, "taxa": references} if references else value

    def _place(self, run: Seen, place: shape.Place, index: int) -> dict[str, Any]:
        return location(run, place, self._root, index=index, strict=True)

    def _artifact(self, path: str, run: Seen | None = None, report: shape.Report | None = None) -> int:
        value: dict[str, Any] = {"location": artifact(path, self._root), "roles": ["analysisTarget"]}
        if run is not None and report is not None:
            if mime := _MIME.get(report["format"]):
                value["mimeType"] = mime
            if report["encoding"]:
                value["encoding"] = report["encoding"].removesuffix(" (BOM)")
            value["hashes"] = {"sha-256": report["sha256"]}
            facts = {key: report[key] for key in ("title", "issuer", "report_year", "score")}
            value["properties"] = {key: fact for key, fact in facts.items() if fact is not None}
        self._artifacts.append(dump(value))  # the text takes a tenth of the memory
        return len(self._artifacts) - 1


def _kind(element: shape.Element) -> str:
    answered = element["verdict"] is not None and element["verdict"]["verdict"] == "met"
    return "pass" if element["status"] == "review" and answered else _KIND[element["status"]]


def _sentence(element: shape.Element) -> str:
    if element["status"] == "error":
        return unchecked(element)
    text = element["question"] if element["status"] == "review" else element["message"]
    return sentence(text or element["message"])


def _about(element: shape.Element) -> dict[str, Any]:
    facts = {
        "status": element["status"],
        "group": element["group"],
        "reason": element["reason"],
        "searched": element["searched"],
        "verdict": element["verdict"],
    }
    return {key: fact for key, fact in facts.items() if fact}


def _fix(physical: dict[str, Any], text: str) -> dict[str, Any]:
    deleted = {key: value for key, value in physical["region"].items() if key != "snippet"}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": text}}
    return {
        "description": {"text": f"改为：“{flat(text)}”"},
        "artifactChanges": [{"artifactLocation": physical["artifactLocation"], "replacements": [replacement]}],
    }
