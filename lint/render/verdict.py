"""The verdict on one report in two sentences: the numbers with their denominator, and what to do."""

from lint.record import shape

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


def advice(report: shape.Report, checklist_title: str) -> str:
    """Whether the report is ready to be sent, in one polite sentence."""
    score = report["score"]
    if score is None:
        return f"这份文件看起来不是“{checklist_title}”所查的报告，没有逐项核对。如果确实是，请先核对标题是否写全。"
    texts = [f for f in open_findings(report) if f["element"] is None and f["severity"] != "hint"]
    to_write = score["absent"] + score["thin"]
    if score["error"]:
        rest = f"其余各项：{_parts(score, len(texts))}。" if to_write or texts else ""
        return f"有 {score['error']} 项没有检查成，请人工核对，结论还不完整。{rest}"
    if any(f["severity"] == "error" for f in open_findings(report)):
        return f"建议改好再报送：{_parts(score, len(texts))}。"
    if to_write > score["met"] and to_write >= _MANY:
        return f"多处没有写到或没有写实，建议补实再报送：{_parts(score, len(texts))}。"
    if to_write or texts:
        return f"可以报送，改好下面几处更完整：{_parts(score, len(texts))}。"
    asked = f"另有 {score['review']} 项请人工核对。" if score["review"] else ""
    return f"可以报送：本清单应查的 {score['applicable']} 项都已写明。{asked}"


def open_findings(report: shape.Report) -> list[shape.Finding]:
    """The findings that no waiver excuses."""
    return [finding for finding in report["findings"] if not finding["waived"]]


def _parts(score: shape.Score, texts: int) -> str:
    said = []
    if score["absent"]:
        said.append(f"{score['absent']} 项没有写到")
    if score["thin"]:
        said.append(f"{score['thin']} 项写得不充分")
    if texts:
        said.append(f"文字与数据有 {texts} 条建议")
    if score["review"]:
        said.append(f"{score['review']} 项请人工核对")
    return "，".join(said)
