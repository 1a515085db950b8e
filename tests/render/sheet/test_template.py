"""Templates of a county's own: used where they are, refused with their place where they are wrong, never a way in."""

import io
import runpy
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from lint.record import report_record
from lint.render.sheet.docx import sheet_docx
from lint.render.sheet.html import sheet_html
from lint.render.write import OutputError
from lint.resources import folder
from tests.render.build import build
from tests.render.sheet.sheets import DOCUMENT, W, members, packed, part, text

HEAD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}<w:sectPr/></w:body>'
    "</w:document>"
)


def _docx(at: Path, body: str) -> Path:
    """The shipped template with another body, in a folder of its own."""
    parts = members((folder("templates") / "sheet.docx").read_bytes())
    at.mkdir(exist_ok=True)
    (at / "sheet.docx").write_bytes(packed({**parts, DOCUMENT: HEAD.format(body).encode()}))
    return at


def _p(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def _table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{_p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _filled(at: Path, body: str) -> str:
    run = build()
    return text(part(sheet_docx(run, report_record(run), str(_docx(at, body)))))


def _refused(at: Path, body: str) -> str:
    with pytest.raises(OutputError) as raised:
        _filled(at, body)
    return str(raised.value)


def test_placeholders_may_be_split_over_runs_and_typed_with_a_chinese_keyboard(tmp_path: Path) -> None:
    said = _filled(tmp_path, _p("甲县司法局致{", "{单", "位}", "}：｛｛年度｝｝年{{ 数字 }}"))
    assert said.startswith("甲县司法局致柳河镇人民政府：2024年应查 17 项")


def test_formats_of_the_template_stay() -> None:
    data = sheet_docx(build(), report_record(build()))
    title = next(p for p in part(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Title")
    assert text(title) == "清单体检反馈单"
    shipped = members((folder("templates") / "sheet.docx").read_bytes())
    assert members(data)["word/styles.xml"] == shipped["word/styles.xml"]


def test_sections_repeat_paragraphs_rows_and_blocks(tmp_path: Path) -> None:
    body = (
        _p("{{#提问}}第{{提问序号}}项 {{提问要求}}{{/提问}}")
        + _p("{{#组}}")
        + _p("＝{{组名}}＝")
        + _table(["{{#项}}{{要求}}", "{{结论}}{{/项}}"])
        + _p("{{/组}}")
        + _p("{{^另记}}此前没有意见{{/另记}}")
        + _p("{{^组}}没有组{{/组}}")
    )
    said = _filled(tmp_path, body)
    assert said.startswith("第") and "＝法定内容＝" in said and said.count("＝") == 2 * said.count("＝\n")
    assert "此前没有意见" in said and "没有组" not in said and "{{" not in said


def test_a_name_that_is_unknown_is_told_with_its_place(tmp_path: Path) -> None:
    said = _refused(tmp_path, _p("{{单位}}") + _table(["序号"], ["{{单为}}"]))
    assert said == (
        f"反馈单模板 {tmp_path / 'sheet.docx'} 不能用。第1个表格第2行：不认识“{{{{单为}}}}”。是不是“{{{{单位}}}}”？"
        "改好后再运行；写法见自带的模板。"
    )
    assert "第2段：不认识“{{config}}”。可以写的有：" in _refused(tmp_path, _p("甲") + _p("{{config}}"))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (_p("{{#组}}"), "第1段：“{{#组}}”没有结束，请在后面写“{{/组}}”"),
        (_p("{{/组}}"), "第1段：“{{/组}}”前面没有对应的“{{#组}}”。"),
        (_p("{{单位}") + _p("{{年度}}"), "第1段：“{{”和“}}”没有成对，请补齐或者删去。"),
        (_p("{{#单位}}甲{{/单位}}"), "第1段：“单位”只有一个值，请把“{{#单位}}”改为“{{单位}}”。"),
        (_p("{{组}}"), "第1段：“组”有多项，请写成“{{#组}}…{{/组}}”。"),
        (_p("{{要求}}"), "第1段：“{{要求}}”写在了它所属的重复部分之外，请移到里面去。"),
        (_table(["{{#组}}{{#项}}", "{{/组}}{{/项}}"]), "没有对应的“{{#组}}”"),
        (_p("一份没有记号的文件"), "正文里没有“{{…}}”，填不进内容"),
        (_p("{{#组}}{{#组}}{{#组}}{{#组}}{{#组}}{{#组}}{{#组}}{{组名}}" + "{{/组}}" * 7), "填写后的内容过多"),
    ],
)
def test_templates_that_cannot_be_filled(body: str, said: str, tmp_path: Path) -> None:
    assert said in _refused(tmp_path, body)


def test_a_county_that_has_only_one_of_the_templates_gets_the_others(tmp_path: Path) -> None:
    run = build()
    (tmp_path / "sheet.css").write_text("h1{color:#123456}", encoding="utf-8")
    page = sheet_html(run, report_record(run), str(tmp_path))
    assert "h1{color:#123456}" in page and "清单体检反馈单" in page
    assert sheet_docx(run, report_record(run), str(tmp_path)) == sheet_docx(run, report_record(run))


def test_a_folder_that_is_none_or_holds_no_template(tmp_path: Path) -> None:
    run = build()
    with pytest.raises(OutputError) as raised:
        sheet_docx(run, report_record(run), str(tmp_path / "没有"))
    assert str(raised.value).startswith(f"--template {tmp_path / '没有'} 不是文件夹；")
    with pytest.raises(OutputError) as raised:
        sheet_html(run, report_record(run), str(tmp_path))
    assert "没有反馈单的模板；文件名是 sheet.docx（Word）、sheet.html.j2（网页）、sheet.css（网页的样式）。" in str(
        raised.value
    )


def test_a_word_template_that_is_none(tmp_path: Path) -> None:
    run = build()
    for content in (b"", b"PK\x03\x04", b"<html>"):
        (tmp_path / "sheet.docx").write_bytes(content)
        with pytest.raises(OutputError) as raised:
            sheet_docx(run, report_record(run), str(tmp_path))
        assert str(raised.value).startswith(f"反馈单模板 {tmp_path / 'sheet.docx'} 打不开：")


def test_properties_and_custom_parts_of_the_template_stay(tmp_path: Path) -> None:
    run = build()
    first = sheet_docx(run, report_record(run))
    parts = members(first)
    parts[DOCUMENT] = members((folder("templates") / "sheet.docx").read_bytes())[DOCUMENT]
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"qingdan.path", b"KSOProductBuildVer")
    (tmp_path / "sheet.docx").write_bytes(packed(parts))
    data = sheet_docx(run, report_record(run), str(tmp_path))
    names = [found.get("name") for found in part(data, "docProps/custom.xml")]
    assert "KSOProductBuildVer" in names and len(names) == len(set(names))
    pids = [found.get("pid") for found in part(data, "docProps/custom.xml")]
    assert len(pids) == len(set(pids))
    assert {"customXml/item1.xml", "customXml/item2.xml"} <= members(data).keys()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def _page(at: Path, template: str, **changes: object) -> str:
    run = build()
    report = report_record(run)
    report.update(changes)  # type: ignore[typeddict-item]
    (at / "sheet.html.j2").write_text(template, encoding="utf-8")
    return sheet_html(run, report, str(at))


def _page_refused(at: Path, template: str) -> str:
    with pytest.raises(OutputError) as raised:
        _page(at, template)
    return str(raised.value)


def test_a_page_template_of_ones_own(tmp_path: Path) -> None:
    assert _page(tmp_path, "{{ sheet.issuer }}：{{ sheet.numbers }}").startswith("柳河镇人民政府：应查 17 项")


@pytest.mark.parametrize(
    "template",
    ["{{ sheet.issuer }}", "{% autoescape false %}{{ sheet.issuer }}{% endautoescape %}", "{{ sheet.issuer|safe }}",
     "{% macro m() %}{{ sheet.issuer|safe }}{% endmacro %}{{ m() }}", "{{ '%s'|format(sheet.issuer)|safe }}",
     "{% set x %}{{ sheet.issuer }}{% endset %}{{ x|safe }}"],
)  # fmt: skip
def test_no_template_lets_the_reports_words_be_markup(template: str, tmp_path: Path) -> None:
    page = _page(tmp_path, template, issuer="<script>alert(1)</script>{{ 7*7 }}\u202e")
    assert "<script>" not in page and "&lt;script" in page.replace("&amp;lt;", "&lt;")
    assert "{{ 7*7 }}[U+202E]" in page


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("甲\n{% for row in %}", 2, "Expected an expression"),
        ("甲\n\n{{ sheet.isuer }}", 3, "isuer"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("甲\n{{ sheet.groups.append(1) }}", 2, "unsafe"),
        ("{% for i in range(10**9) %}{{ i }}{% endfor %}", 1, "Range too big"),
        ("甲\n{{ 1 // 0 }}", 2, "division"),
        ("{% include '../../etc/passwd' %}", 1, "etc/passwd"),
        ("{{ 1|no_such_filter }}", 1, "no_such_filter"),
    ],
)
def test_a_page_template_that_cannot_be_used(template: str, line: int, words: str, tmp_path: Path) -> None:
    said = _page_refused(tmp_path, template)
    assert said.startswith(f"反馈单模板 {tmp_path / 'sheet.html.j2'} 第 {line} 行不能用（") and words in said
    assert said.endswith("请改好，或者把它移出 --template 的文件夹，用自带的。")


def test_files_that_are_not_utf8(tmp_path: Path) -> None:
    run = build()
    for name in ("sheet.html.j2", "sheet.css"):
        (tmp_path / name).write_bytes("单位".encode("gbk"))
        with pytest.raises(OutputError) as raised:
            sheet_html(run, report_record(run), str(tmp_path))
        assert "不是 UTF-8 编码；请另存为 UTF-8 后再运行。" in str(raised.value)
        (tmp_path / name).unlink()


def test_the_shipped_template_is_what_its_script_makes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(root / "examples" / "make")  # as when the script is started
    made = runpy.run_path(str(root / "examples" / "make" / "make_sheet.py"))["parts"]()
    shipped = members((root / "templates" / "sheet.docx").read_bytes())
    assert {name: content.decode() for name, content in shipped.items()} == made
