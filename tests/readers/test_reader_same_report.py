"""The same four reports as .txt, .docx, .html and .pdf: the same characters, the same paragraphs."""

import re
from pathlib import Path

import pytest
from reader_fixtures import assert_lawful, line_texts

from lint.readers import read

REPORTS = ("gunziying-2023", "malou-2024", "xiaohe-2024", "yudi-2023")
# Paragraphs of a PDF that are cut in two: LibreOffice's word lists keep “八五” and a tab together at a line's end.
CUT = {"gunziying-2023.flat.pdf": 1}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def filled(texts: list[str]) -> list[str]:
    return [line for line in map(squeezed, texts) if line]


@pytest.mark.parametrize("name", REPORTS)
def test_word_equals_text(shared: Path, name: str) -> None:
    typed = read(shared / "reports" / f"{name}.txt")
    document = read(shared / "files" / f"{name}.docx")
    assert document.text == typed.text
    assert document.margins == ("内部资料", "— 1 —")
    assert [line.paragraph for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert_lawful(document)


@pytest.mark.parametrize("name", REPORTS)
def test_html_equals_text_without_empty_lines(shared: Path, name: str) -> None:
    typed = read(shared / "reports" / f"{name}.txt")
    document = read(shared / "files" / "html" / f"{name}.html")
    assert filled(line_texts(document)) == filled(line_texts(typed))
    assert document.margins[0] == "内部资料"
    assert_lawful(document)


@pytest.mark.parametrize("name", REPORTS)
def test_pdf_equals_text_but_for_documented_paragraphs(shared: Path, name: str) -> None:
    typed = filled(line_texts(read(shared / "reports" / f"{name}.txt")))
    for path in sorted((shared / "files" / "pdf").glob(f"{name}*.pdf")):
        document = read(path)
        got = filled(line_texts(document))
        assert "".join(got) == "".join(typed), path.name
        assert len(typed) - sum(line in got for line in typed) == CUT.get(path.name, 0), path.name
        assert all(line.page for line in document.lines)
        assert_lawful(document)
