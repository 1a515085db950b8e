"""The Word sheet: what stands in it, how it prints, that nothing hostile gets into it."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lint.fitting import Library
from lint.record import report_record, shape
from lint.render.sheet.docx import sheet_docx
from lint.run import Choices, Run, check_file
from tests.render.build import PERSON, PHONE, TEXT, build
from tests.render.sheet.sheets import DOCUMENT, W, made, members, named, part, record, row, rows, tags, text

Convert = Callable[[bytes, str, str], bytes]

VERDICT: shape.Verdict = {
    "verdict": "disagree",
    "reason": "会议记录里有",
    "office": "禾阳县司法局",
    "by": "王某",
    "date": "2025-03-02",
    "until": "2025-12-31",
}


def test_the_head_says_whose_report_it_is_and_the_verdict_has_its_denominator() -> None:
    said = text(part(made()))
    for words in (
        "清单体检反馈单",
        "柳河镇人民政府关于2024年法治政府建设情况的报告",
        "柳河镇 2024.txt",
        "dddddddddddd",
        "2025年1月16日",
        "2025年2月1日",
        "应查 17 项：满足 11、不充分 4、缺失 2；待核 1、不适用 1、未查成 1。",
        "复核人（签名）：",
        "复核单位（盖章）：",
        "日期：　　　　年　　月　　日",
        "d" * 64,
    ):
        assert words in said, words


def test_every_element_has_a_row_with_its_status_as_sign_and_word() -> None:
    run = build()
    found = rows(part(made(run)))
    numbered = {cells[0]: cells for cells in found if cells[0].isdigit() and len(cells) == 6}
    elements = report_record(run)["elements"]
    assert len(numbered) == len(elements) == 20
    assert [cells for cells in found if cells == ["法定内容"]]
    absent = next(cells for cells in numbered.values() if cells[4].startswith("○ 缺失"))
    assert (
        absent[3].startswith("查过“2024年法治政府建设的主要举措和成效”等部分，未见。\n最接近的一处：第")
        and "建议：写明做了什么" in absent[3]
    )
    assert absent[5] == "☐同意\n☐不同意\n意见："
    met = next(cells for cells in numbered.values() if cells[4] == "● 满足")
    assert met[3].endswith("“关于2024年法治政府建设情况的报告”")
    asked = next(cells for cells in numbered.values() if cells[4].startswith("？ 待核"))
    assert asked[4] == "？ 待核\n是否已经述法？请对照述职报告。" and asked[5] == "☐已写明\n☐未写明\n意见："
    failed = next(cells for cells in numbered.values() if cells[4].startswith("！ 未查成"))
    assert failed[5] == ""  # nothing was concluded, so there is nothing to agree with


def test_findings_are_numbered_on_and_say_their_places_and_count() -> None:
    found = [cells for cells in rows(part(made())) if len(cells) == 5 and cells[0].isdigit() and "同意" in cells[4]]
    assert [cells[0] for cells in found] == [str(number) for number in range(21, 28)]
    assert [cells[1] for cells in found][:4] == ["错误", "错误", "错误", "警告"]
    comma = next(cells for cells in found if "半角" in cells[2])
    assert comma[2] == "正文里的逗号是半角。请改为全角“，”。"  # the suggestion is in the sentence already
    assert "【,】" in comma[3] and comma[3].endswith("处")
    term = next(cells for cells in found if "督察" in cells[2])
    assert "可改为“法治政府建设与责任落实督察工作规定”。" in term[2] and "依据：《" in term[2]


def test_the_chain_shows_what_answers_what() -> None:
    found = next(cells for cells in rows(part(made())) if len(cells) == 5 and cells[1].startswith("普法形式"))
    assert found[2:4] == ["未见", "未见"] and found[4].endswith("“拟建设法治文化广场1处”（可能对应）")


def test_verdicts_given_before_are_printed() -> None:
    run = build()
    report = report_record(run)
    report["elements"][0]["verdict"] = VERDICT
    texts = [finding for finding in report["findings"] if finding["element"] is None]
    texts[0]["waived"] = {"reason": "沿用旧稿", "office": None}
    report["lapsed"] = [{**VERDICT, "fingerprint": "0" * 32, "rule": "F1", "about": "听取汇报", "why": "报告已改写。"}]
    root = part(sheet_docx(run, report))
    said = "不同意：会议记录里有（禾阳县司法局 王某，2025-03-02，有效期至 2025-12-31）".replace("-", "\u2011")
    assert f"此前复核：{said}" in text(row(root, 1))  # no line ends inside of a date
    found = rows(root)
    assert ["听取汇报", f"{said}。不再适用：报告已改写。"] in found
    assert [texts[0]["message"], "沿用旧稿"] in found
    assert "五、此前已有意见的事项" in text(root) and "五、此前已有意见的事项" not in text(part(made(run)))


def test_what_a_reviewer_disagrees_with_is_counted_and_said_so() -> None:
    run = build()
    report = report_record(run)
    absent = next(e for e in report["elements"] if e["status"] == "absent")
    finding = next(f for f in report["findings"] if f["element"] == absent["id"])
    finding["verdict"] = absent["verdict"] = VERDICT
    finding["waived"] = {"reason": "会议记录里有"}
    said = text(part(sheet_docx(run, report)))
    assert "缺失 2；待核 1、不适用 1、未查成 1（其中 1 项缺失复核不同意，不计入结论）。" in said


def test_of_a_part_its_heading_and_its_fullest_words_are_quoted() -> None:
    run = build()
    report = report_record(run)
    part_ = next(e for e in report["elements"] if e["id"] == "S4")
    heading = next(h for h in report["outline"] if h["level"] == 1)
    place = {**part_["evidence"][0], **{key: heading[key] for key in ("start", "end", "quote")}}  # type: ignore[literal-required]
    weak = {**place, "start": place["end"] + 1, "end": place["end"] + 9, "quote": "根据上级的统一要求"}
    full = {**weak, "start": place["end"] + 10, "end": place["end"] + 26, "quote": "全年现场检查村组水窖和山塘47处"}
    part_["evidence"] = [weak, full, place]  # type: ignore[list-item]
    assert "“全年现场检查村组水窖和山塘47处”" in text(part(sheet_docx(run, report)))
    assert f"“{heading['quote']}”" in text(part(sheet_docx(run, report)))
    assert "根据上级的统一要求" not in text(part(sheet_docx(run, report)))


def test_what_is_not_looked_at_is_said_once() -> None:
    said = text(part(made(build())))
    assert said.count("属实") == 1


def test_table_heads_repeat_rows_stay_whole_and_pages_are_counted() -> None:
    data = made()
    root = part(data)
    assert all(found.find(f"{W}trPr/{W}cantSplit") is not None for found in root.iter(f"{W}tr"))
    heads = [
        text(found).split("\n")[0] for found in root.iter(f"{W}tr") if found.find(f"{W}trPr/{W}tblHeader") is not None
    ]
    assert heads == ["序号", "序号", "序号"]
    foot = part(data, "word/footer1.xml")
    assert [found.text.strip() for found in foot.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    assert text(part(data, "word/header1.xml")) == "柳河镇人民政府　柳河镇 2024.txt清单体检反馈单"


def test_tags_bookmarks_and_ids_are_unique_and_short_enough() -> None:
    root = part(made())
    assert len(tags(root)) == len(set(tags(root))) == (19 + 7) * 3
    assert all(len(tag) <= 64 for tag in tags(root))
    names = [found.get(f"{W}name") for found in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names)) == 27 and all(len(name or "") <= 40 for name in names)
    ids = [found.get(f"{W}val") for found in root.iter(f"{W}id")]
    assert len(ids) == len(set(ids))


def test_the_same_run_gives_the_same_bytes_and_the_date_is_the_runs() -> None:
    assert made() == made()
    assert b"2025-02-01T00:00:00Z" in members(made())["docProps/core.xml"]
    later = replace(build(), today=date(2025, 3, 1))
    assert b"2025-03-01T00:00:00Z" in members(made(later))["docProps/core.xml"]


HOSTILE = "甲<w:p>{{单位}}{% raw %}{{#组}}&\x07\x1b[31m\u202e\uffff]]>乡"


def test_what_the_report_says_is_never_markup_nor_a_placeholder() -> None:
    run = named(
        build(TEXT.replace("否决不合规事项2件", f"否决{HOSTILE}事项2件")), f"{HOSTILE.replace(chr(0xFFFF), '')}.docx"
    )
    data = made(run, issuer=HOSTILE, title=HOSTILE)
    shown = "甲<w:p>{{单位}}{% raw %}{{#组}}&[U+0007][U+001B][31m[U+202E][U+FFFF]]]>乡"
    assert shown in text(part(data)) and shown in text(part(data, "word/header1.xml"))
    properties = part(data, "docProps/custom.xml")
    assert shown.replace(" ", "") in ["".join(found.itertext()) for found in properties]


def test_what_is_private_is_masked() -> None:
    whole = b"".join(members(made()).values()).decode("utf-8", "replace")
    assert PHONE not in whole and PERSON not in whole and "138******78" in whole


def test_a_file_that_is_no_such_report_gets_a_sheet_that_says_so() -> None:
    said = text(part(made(build(recognised=False))))
    assert "没有逐项核对" in said and "报告没有列出不足，无从对应。" in said and "没有发现要改的文字。" in said


def test_a_report_without_title_issuer_year_and_date() -> None:
    run = build()
    said = text(part(made(run, title=None, issuer=None, report_year=None, date=None)))
    assert "（未见标题）" in said and said.count("未见") >= 4


def test_word_finds_the_parts_it_looks_for() -> None:
    found = members(made())
    for name in ("docProps/core.xml", "docProps/custom.xml", "customXml/item1.xml", "customXml/itemProps1.xml"):
        assert name in found
    types = found["[Content_Types].xml"].decode()
    assert 'PartName="/docProps/custom.xml"' in types and 'PartName="/customXml/itemProps1.xml"' in types
    assert 'Target="../customXml/item1.xml"' in found["word/_rels/document.xml.rels"].decode()


def test_libreoffice_prints_it_with_heads_on_every_page(soffice: Convert, tmp_path: Path) -> None:
    pages = _pages(soffice(made(), "docx", "pdf"), tmp_path)
    assert len(pages) <= 6
    for at, page in enumerate(pages, 1):
        assert re.search(rf"第\s*{at}\s*页\s*共\s*{len(pages)}\s*页", page)
        assert "柳河镇人民政府" in page
        lines = [line for line in page.splitlines() if line.strip()][1:]
        if re.match(r"\s*(序|号)", lines[0]):  # a table goes on: its head, then a row from its beginning
            body = next(
                line
                for line in lines
                if not re.fullmatch(r"[\s序号级别]*(要求.*|问题和建议.*|号|不足.*)?", line.strip())
            )
            assert re.match(r"\s*(\d+|[\u4e00-\u9fff]+$)", body), body


@pytest.mark.parametrize("name", ["gunziying-2023", "malou-2024", "xiaohe-2024", "yudi-2023"])
def test_sheets_of_the_samples_are_of_a_length_that_people_read(
    name: str, shared: Path, soffice: Convert, tmp_path: Path
) -> None:
    run = check_file(shared / "files" / f"{name}.docx", Library(None), Choices(date(2026, 11, 22)))
    assert isinstance(run, Run)
    pages = _pages(soffice(sheet_docx(run, record(run)), "docx", "pdf"), tmp_path)
    assert 4 <= len(pages) <= 8


def _pages(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    try:
        said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    return [page for page in said.stdout.decode().split("\f") if page.strip()]


def test_the_body_is_where_the_package_says() -> None:
    assert DOCUMENT in members(made())
