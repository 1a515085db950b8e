"""The layout rule on paper, margins, page numbers, line distances and indents."""

from tests.checks.layout_files import changed, in_paragraph, letter, quotes, told


def test_paper_and_margins() -> None:
    section = "document"
    a5 = changed(letter(), section, 'w:w="11906" w:h="16838"', 'w:w="8391" w:h="11906"')
    message = "纸张是 A5（148×210 毫米），公文用纸一般是 A4（210×297 毫米），请在页面设置里改。"
    assert told(a5) == [("layout.paper", "warning", message, 1)]
    assert quotes(a5) == [["甲县乙镇人民政府"]]
    near = changed(letter(), section, 'w:top="2098"', f'w:top="{round(37.9 * 1440 / 25.4)}"')
    assert told(near) == []
    far = changed(letter(), section, 'w:top="2098"', f'w:top="{round(38.2 * 1440 / 25.4)}"')
    message = "页边距是上 38.2、下 35、左 28、右 26 毫米，一般是上 37、下 35、左 28、右 26 毫米，请在页面设置里改。"
    assert told(far) == [("layout.margins", "warning", message, 1)]


def test_a_page_set_crosswise_for_a_table_is_left_alone() -> None:
    sides = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'
    upright = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {sides}/>'
    number = '<w:footerReference w:type="default" r:id="rIdOdd"/>'
    made = in_paragraph(letter(), "（二）办法不多。", f"<w:sectPr>{number}{upright}</w:sectPr>")
    made = changed(made, "document", f'w:w="11906" w:h="16838"/><w:pgMar {sides} w:header',
                   'w:w="16838" w:h="11906"/><w:pgMar w:top="900" w:right="900" w:bottom="900" w:header')  # fmt: skip
    assert told(made) == []


def test_no_paper_at_all() -> None:
    made = changed(letter(), "document", '<w:pgSz w:w="11906" w:h="16838"/>', "")
    message = "文件没有设定纸张，换一台电脑打印就可能不同；请设为 A4（210×297 毫米）。"
    assert told(made) == [("layout.paper", "warning", message, 1)]


def test_page_numbers() -> None:
    made = changed(changed(letter(), "footer1", " PAGE ", " DATE "), "footer2", " PAGE ", " DATE ")
    message = "没有页码；一般在版心下方编排页码，如“— 1 —”。"
    assert told(made) == [("layout.page-number", "warning", message, 1)]
    assert told(changed(letter(), "footer2", " PAGE ", " DATE ")) == []


SINGLE = '<w:spacing w:line="240" w:lineRule="auto"/>'


def test_line_distances() -> None:
    made = changed(letter(), "styles", 'w:line="579" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"')
    gridless = changed(made, "document", 'w:type="lines" ', "")
    message = "正文行距多为单倍（14 处），一般用固定值 28—30 磅。"
    assert told(gridless) == [("layout.line-distance", "warning", message, 14)]
    assert told(made) == []  # 22 lines on the page by the grid
    made = changed(letter(), "styles", 'w:line="579"', 'w:line="500"')
    assert told(made)[0][2] == "正文行距多为固定值 25 磅（14 处），一般用固定值 28—30 磅。"
    made = in_paragraph(in_paragraph(letter(), "三、2025年打算", SINGLE), "年内招录", SINGLE)
    made = changed(made, "document", 'w:type="lines" ', "")
    message = "正文有 2 处行距与其他段落不同（单倍 2 处），一般用固定值 28—30 磅。"
    assert told(made) == [("layout.line-distance", "hint", message, 2)]


NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def test_indents() -> None:
    made = changed(letter(), "styles", 'w:firstLineChars="200" w:firstLine="640"', 'w:firstLine="0"')
    message = "段落多没有首行缩进（14 处），一般首行空两字。"
    assert told(made) == [("layout.indent", "warning", message, 14)]
    made = changed(letter(), "styles", 'w:firstLineChars="200" w:firstLine="640"', 'w:firstLine="420"')
    assert told(made)[0][2] == "段落多首行缩进 1.3 字（14 处），一般首行空两字。"
    made = in_paragraph(letter(), "年内招录", NO_INDENT)
    message = "有 1 处首行缩进与其他段落不同（没有首行缩进 1 处），一般首行空两字。"
    assert told(made) == [("layout.indent", "hint", message, 1)]


def test_blanks_count_as_part_of_an_indent() -> None:
    made = in_paragraph(letter(), "年内招录", NO_INDENT)
    assert told(changed(made, "document", ">年内招录", ">　　年内招录")) == []
    assert told(changed(letter(), "document", ">年内招录", ">　　年内招录"))[0][2] == (
        "有 1 处首行缩进与其他段落不同（首行缩进 4 字 1 处），一般首行空两字。"
    )
