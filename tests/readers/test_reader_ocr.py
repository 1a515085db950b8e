"""Scans. What needs the recogniser (the extra "ocr", 400 MB) is marked `ocr` and only run by `pytest -m ocr`."""

import io
import sys
from collections.abc import Callable, Iterator

import pypdfium2
import pytest
from reader_fixtures import assert_lawful, docx, line_texts, paragraph, pdf

from lint.readers import Limits, ReadError, ocr, read_bytes

LINES = (
    "云岭乡人民政府",
    "关于2025年法治政府建设情况的报告",
    "一、主要举措和成效",
    "云岭乡认真落实法治政府建设各项任务，全年开展法治宣传12场次，发放资料3000余份，受教育群众达5000余人次。",
    "二、存在的不足和原因",
    "2026年1月10日",
)
REMARK = "文字由扫描件识别而来，可能有错字、漏行，请与原件核对；标点、序号、错字没有检查，没有找到的要素列为待核。"


@pytest.fixture
def not_installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the extra were not installed."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    monkeypatch.setitem(sys.modules, "numpy", None)  # comes with it
    ocr._engine.cache_clear()
    yield
    ocr._engine.cache_clear()


def refusal(data: bytes, name: str, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, ocr=True, limits=limits or Limits())
    return str(caught.value)


@pytest.mark.usefixtures("not_installed")
def test_without_the_recogniser_a_scan_is_refused_with_what_to_do() -> None:
    message = (
        "这是扫描件或图片，识别文字要先安装识别组件（python -m pip install 'qingdan-lint[ocr]'，约 400 MB）；"
        "也可以提供 Word 版再检。"
    )
    assert refusal(pdf([[], []], pictured=True), "a.pdf") == message
    assert refusal(b"\x89PNG\r\n\x1a\n\0\0", "a.png") == message
    text = pdf([[(90, 700, "A page of text needs no recogniser, nor does a blank one")], []])
    assert not read_bytes(text, "a.pdf", ocr=True).by_ocr


def test_too_many_scanned_pages() -> None:
    message = "要识别的扫描页过多（超过 2 页），不像是一份报告；请拆分后再检。"
    assert refusal(pdf([[], [], []], pictured=True), "a.pdf", Limits(max_scanned=2)) == message


# ------------------------------------------------------------------ with the recogniser
def wide(text: str) -> str:
    """The width of a comma is not certain in a picture."""
    return text.replace(",", "，")


@pytest.fixture(scope="module")
def scan(soffice: Callable[[bytes, str, str], bytes]) -> Callable[[str], bytes]:
    """The report of LINES as pictures: in the format that is named, "PDF", "PNG" or "JPEG"."""
    import PIL.Image  # noqa: F401, PLC0415  comes with the recogniser

    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    body = "".join(paragraph(text, properties=indent) for text in LINES)
    with pypdfium2.PdfDocument(soffice(docx(body), "docx", "pdf")) as document:
        picture = document[0].render(scale=150 / 72).to_pil()

    def save(form: str) -> bytes:
        stream = io.BytesIO()
        picture.save(stream, form)
        return stream.getvalue()

    return save


@pytest.mark.ocr
@pytest.mark.parametrize(("form", "kind"), [("PDF", "pdf"), ("PNG", "image"), ("JPEG", "image")])
def test_a_scan_is_recognised(scan: Callable[[str], bytes], form: str, kind: str) -> None:
    document = read_bytes(scan(form), "扫描件", ocr=True)
    assert [wide(text) for text in line_texts(document)] == list(LINES)
    assert (document.format, document.by_ocr, document.remarks) == (kind, True, (REMARK,))
    assert {line.page for line in document.lines} == {1}
    assert_lawful(document)


@pytest.mark.ocr
def test_a_scanned_page_among_pages_of_text(scan: Callable[[str], bytes]) -> None:
    with pypdfium2.PdfDocument(pdf([[(90, 700, "Text on the first page, more than thirty letters")]])) as mixed:
        with pypdfium2.PdfDocument(scan("PDF")) as scanned:
            mixed.import_pages(scanned)
        stream = io.BytesIO()
        mixed.save(stream)
    plain = read_bytes(stream.getvalue(), "a.pdf")
    assert not plain.by_ocr
    assert plain.remarks[1] == "第 2 页没有文字层（可能是扫描页或空白页），未纳入核对。"
    seen = read_bytes(stream.getvalue(), "a.pdf", ocr=True)
    assert seen.by_ocr
    assert seen.remarks[1] == f"第 2 页{REMARK.removeprefix('文字')}"
    assert LINES[3] in wide(seen.text)


@pytest.mark.ocr
def test_blank_and_damaged_pictures() -> None:
    assert refusal(pdf([[]]), "a.pdf") == "扫描件上没有识别出文字；请换一份清楚的扫描件，或提供 Word 版再检。"
    assert refusal(b"\x89PNG\r\n\x1a\n\0\0", "a.png") == "图片已损坏或过大，打不开；请重新扫描，或提供 Word 版再检。"
