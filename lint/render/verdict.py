"""The verdict on one report in two sentences: the numbers with their denominator, and what to do."""

from collections import Counter
from collections.abc import Iterable

from lint.record import shape
from lint.record.terms import STATUS_WORD, VERDICT_WORD
from lint.render.reviewed import is_refuted

_MANY = 5  # elements to write anew; fewer of a short checklist are no sign of an empty report


def numbers(score: shape.Score | None) -> str:
    """应查 31 项：满足 24、不充分 4、缺失 3；待核 1、不适用 2. Without a score: why there is none."""
    if score is None:
        return "没有逐项核对"
    said = (
        f"应查 {score['applicable']} 项："
        f"满足 {score['met']}、不充分 {score['thin']}、缺失 {score['absent']}；待核 {score['review']}"
    )
    if score["na"]:
        said += f"、不适用 {score['na']}"
    return said + (f"、未查成 {score['error']}" if score["error"] else "")


def tallied(report: shape.Report) -> str:
    """The numbers; and which of them are left out of the advice, and why: a reviewer's word, a reason, the baseline."""
    status = {element["id"]: element["status"] for element in report["elements"]}
    found: Counter[tuple[str, str]] = Counter()
    for finding in report["findings"]:
        if finding["element"] and finding["waived"]:
            word = STATUS_WORD[status.get(finding["element"], "absent")]
            found[word, _why_left_out(finding)] += 1
    parts = [f"{count} 项{word}{why}" for (word, why), count in found.items()]
    return numbers(report["score"]) + (f"（其中 {'、'.join(parts)}，不计入结论）" if parts else "")


def _why_left_out(finding: shape.Finding) -> str:
    if finding["verdict"]:
        return f"复核{VERDICT_WORD[finding['verdict']['verdict']]}"
    return "已列入基线" if in_baseline(finding) else "已说明理由"


def advice(report: shape.Report, checklist_title: str) -> str:
    """Whether the report is ready to be sent, in one polite sentence."""
    score = report["score"]
    if score is None:
        return f"这份文件看起来不是“{checklist_title}”所查的报告，没有逐项核对。如果确实是，请先核对标题是否写全。"
    found = open_findings(report)
    todo = _todo(report, found)
    to_write = todo["absent"] + todo["thin"] + todo["unmet"]
    hinted = f"文字与数据有提示 {todo['hints']} 条。" if todo["hints"] else ""
    in_debt = (f for f in report["findings"] if in_baseline(f) and not _is_text_hint(f))
    owed = _parts(_counted(report, in_debt))
    left = f"已列入基线的仍待改：{owed}。" if owed else ""
    if score["error"]:
        rest = f"其余各项：{_parts(todo)}。" if to_write or todo["texts"] else hinted
        return f"有 {score['error']} 项没有检查成，请人工核对，结论还不完整。{rest}{left}"
    if any(f["severity"] == "error" for f in found):
        return f"建议改好再报送：{_parts(todo)}。{left}"
    if to_write > score["met"] and to_write >= _MANY:
        return f"多处没有写到或没有写实，建议补实再报送：{_parts(todo)}。{left}"
    if to_write or todo["texts"] or todo["refuted"]:
        lead = "有新的问题，建议改好" if owed else "可以报送，改好下面几处更完整"
        return f"{lead}：{_parts(todo)}。{left}"
    asked = f"另有 {todo['review']} 项请人工核对。" if todo["review"] else ""
    if owed:
        return f"没有新的问题。{left}{asked}{hinted}"
    if because := len({f["element"] for f in report["findings"] if f["element"] and f["waived"]}):
        return f"可以报送：除已说明理由的 {because} 项外，本清单应查的项目都已写明。{asked}{hinted}"
    return f"可以报送：本清单应查的 {score['applicable']} 项都已写明。{asked}{hinted}"


def in_baseline(finding: shape.Finding) -> bool:
    """Whether the finding counts no longer because it stands in the baseline: nobody gave a reason, it is to be mended
    yet."""
    if not finding["waived"]:
        return False
    from lint.policy.baseline import REASON  # noqa: PLC0415  most runs excuse nothing

    return finding["waived"] == {"reason": REASON}


def reasoned(report: shape.Report) -> list[shape.Finding]:
    """The findings that may stay, because a waiver or a reviewer says why."""
    return [finding for finding in report["findings"] if finding["waived"] and not in_baseline(finding)]


def excused_said(report: shape.Report) -> str:
    """2 条已说明理由、3 条已列入基线; empty where all findings count."""
    because = len(reasoned(report))
    owed = sum(map(in_baseline, report["findings"]))
    said = {"已说明理由": because, "已列入基线": owed}
    return "、".join(f"{count} 条{why}" for why, count in said.items() if count)


def open_findings(report: shape.Report) -> list[shape.Finding]:
    """The findings that no waiver excuses."""
    return [finding for finding in report["findings"] if not finding["waived"]]


def _todo(report: shape.Report, found: list[shape.Finding]) -> Counter[str]:
    """How much is left to do, by what it is; what has been excused is not, what a person answered is not asked."""
    todo = _counted(report, found)
    todo["review"] = sum(e["status"] == "review" and e["verdict"] is None for e in report["elements"])
    todo["refuted"] = sum(map(is_refuted, report["elements"]))
    return todo


def _counted(report: shape.Report, found: Iterable[shape.Finding]) -> Counter[str]:
    status = {element["id"]: element["status"] for element in report["elements"]}
    todo: Counter[str] = Counter()
    for finding in found:
        if finding["element"] is None:
            todo["hints" if _is_text_hint(finding) else "texts"] += 1
        else:
            of = status.get(finding["element"], "absent")
            todo["unmet" if of == "review" else of] += 1
    return todo


def _is_text_hint(finding: shape.Finding) -> bool:
    return finding["element"] is None and finding["severity"] == "hint"


def _parts(todo: Counter[str]) -> str:
    words = {
        "absent": "{} 项没有写到",
        "thin": "{} 项写得不充分",
        "unmet": "{} 项经复核没有写明",
        "refuted": "复核不同意 {} 项“满足”或“不适用”的结论",
        "texts": "文字与数据有 {} 条建议",
        "hints": "另有提示 {} 条" if todo["texts"] else "文字与数据有提示 {} 条",
        "review": "{} 项请人工核对",
    }
    return "，".join(said.format(todo[key]) for key, said in words.items() if todo[key])
