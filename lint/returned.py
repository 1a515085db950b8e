"""What this tool itself made, given to it as a report: a page; a feedback sheet that came back as anything, known by
its text, so that nobody's ticks are taken for a report."""

from pathlib import PurePath

from lint.document.document import Document

_TITLE = "清单体检反馈单"
_BEGINNING = 200  # characters; somebody may have written above the title
_ENDS = ("复核意见", "复核结论")
_HEADS = "序号要求依据报告中的位置和原文结论复核意见"  # of its table; a page that was read has lost its title
_RARE = "报告中的位置和原文"

_TOOL = "qingdan "
PAGE = "这是本工具生成的体检网页，不是报告，没有检查；请选原来的报告文件再检。"
LOST = (
    "这是反馈单，但里面的记号已经没有了（可能是从 PDF 或网页转来的），读不出勾选；"
    "请在 qingdan check 报告.docx --sheet 反馈单.docx 生成的那份文件里勾选后再读。"
)


def is_sheet(document: Document) -> bool:
    """Whether a document is a feedback sheet, in whatever format it was saved."""
    text = document.text
    if _TITLE in text[:_BEGINNING] and any(end in text for end in _ENDS):
        return True
    return _RARE in text and _HEADS in "".join(text.split())


def is_page(document: Document) -> bool:
    """Whether a document is a page that this tool wrote."""
    return document.metadata.get("generator", "").startswith(_TOOL)


def what_to_do(path: str) -> str:
    """The sentence for a sheet that was given as a report."""
    said = "这是反馈单，不是报告，没有检查；"
    suffix = PurePath(path).suffix.lower()
    if suffix in (".docx", ".docm"):
        return f"{said}要把勾选读回来，请用 qingdan review 读。"
    if suffix in (".pdf", ".html", ".htm"):
        return f"{said}网页和 PDF 里的勾选读不回来，请在 Word 版反馈单（.docx）里勾选后再读。"
    return f"{said}要把勾选读回来，请另存为 .docx，再用 qingdan review 读。"
