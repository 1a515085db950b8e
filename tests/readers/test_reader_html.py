"""Saved web pages."""

import pytest
from reader_fixtures import assert_lawful, line_texts

from lint.readers import ReadError, read, read_bytes

TITLE = "云岭乡人民政府关于2025年法治政府建设情况的报告"
SENTENCES = [f"{number}是认真落实上级部署，扎实推进法治政府建设各项工作，取得新的成效。" for number in "一二三四五"]
MENU = "".join(f"<li><a href='/{i}'>政务公开栏目{i}</a></li>" for i in range(30))


def page(article: str, *, head: str = "", before: str = "", after: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{TITLE}_云岭县人民政府</title>{head}</head><body>"
        f"<div class='nav'><ul>{MENU}</ul></div>{before}{article}{after}"
        "<div class='footer'><p>主办：云岭县人民政府办公室</p></div></body></html>"
    ).encode()


def paragraphs(tag: str) -> str:
    return "".join(f"<{tag}>　　{sentence}</{tag}>" for sentence in SENTENCES)


@pytest.mark.parametrize(
    "article",
    [
        f'<div id="zoom">{paragraphs("p")}</div>',
        f'<div class="TRS_Editor">{paragraphs("div")}</div>',
        f"<div class='x'><div class='y'>{paragraphs('p')}</div></div>",
        f"<div class='x'>{paragraphs('div')}</div>",
        "<table><tr><td>" + "<br/>".join(f"　　{sentence}" for sentence in SENTENCES) + "</td></tr></table>",
        paragraphs("p"),
        f"<article><section>{paragraphs('p')}</section></article>",
    ],
)
def test_the_article_without_menus(article: str) -> None:
    document = read_bytes(page(article), "a.html")
    texts = [text for text in line_texts(document) if "主办" not in text]  # bare paragraphs hang on the body itself
    assert texts[-5:] == SENTENCES
    if article.startswith(("<div", "<table", "<article")):
        assert line_texts(document) == SENTENCES
    assert_lawful(document)


def test_metadata_from_meta() -> None:
    head = (
        f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2026-01-20 09:30">'
        '<meta name="ContentSource" content="云岭乡人民政府">'
    )
    document = read_bytes(page(f'<div id="zoom">{paragraphs("p")}</div>', head=head), "a.html")
    assert document.metadata == {"title": TITLE, "published": "2026-01-20 09:30", "source": "云岭乡人民政府"}


def test_metadata_from_the_line_near_the_article() -> None:
    before = (
        "<table><tr><td>索引号</td><td>0001/2026-1</td><td>文号</td><td>云政〔2026〕3号</td></tr></table>"
        f"<h1>{TITLE}</h1><div>发布时间：2026年01月20日 09:30 来源：云岭县司法局 浏览次数：<em>12</em></div>"
    )
    document = read_bytes(page(f'<div id="zoom">{paragraphs("p")}</div>', before=before), "a.html")
    assert document.metadata == {
        "title": TITLE, "published": "2026年01月20日 09:30", "source": "云岭县司法局", "number": "云政〔2026〕3号",
    }  # fmt: skip
    assert TITLE not in document.text
    assert "发布时间" not in document.text


def test_the_title_of_the_page_loses_the_name_of_the_site() -> None:
    assert read_bytes(page(f'<div id="zoom">{paragraphs("p")}</div>'), "a.html").metadata["title"] == TITLE


def test_lines_and_paragraphs() -> None:
    article = (
        '<div id="zoom"><p>甲方<span>乙</span>\n丙 &nbsp; in\nEnglish</p><p> </p>'
        "<div>上句<br>下句<p>嵌套段落</p>尾句</div>"
        f"<script>var a=1</script><style>p{{}}</style><p style='display: none'>隐藏</p><p hidden>隐藏</p>{'字' * 50}"
        "<pre>原\n样</pre></div>"
    )
    document = read_bytes(page(article), "a.html")
    assert line_texts(document) == [
        "甲方乙丙 \u00a0 in English", "上句", "下句", "嵌套段落", "尾句", "字" * 50, "原", "样",
    ]  # fmt: skip
    assert [line.paragraph for line in document.lines] == [1, 2, 2, 3, 4, 5, 6, 6]


def test_tables_are_rows() -> None:
    table = "<table><tr><th>项目</th><th>2025年</th></tr><tr><td><p>行政处罚</p><p>案件</p></td><td></td></tr></table>"
    document = read_bytes(page(f'<div id="zoom">{paragraphs("p")}{table}<p>附后。</p></div>'), "a.html")
    assert line_texts(document)[5:] == ["项目\t2025年", "行政处罚 案件\t", "附后。"]
    assert [line.part for line in document.lines][4:] == ["body", "table", "table", "body"]


def test_large_pictures_are_told_by_their_place() -> None:
    pictures = "".join(f"<img width='{size}'>" for size in ("16px", "²", "1" * 5_000, "100%"))
    rows = "<tr><td>甲</td><td><img>乙</td></tr><tr><td><img></td><td>丙</td></tr>"
    document = read_bytes(page(f"<div id='zoom'>{paragraphs('p')}{pictures}<table>{rows}</table></div>"), "a.html")
    fifth, row = document.lines[4].end, document.lines[5].end
    assert document.pictures == (fifth, fifth, fifth, row, row)


def test_a_table_for_layout_is_not_a_row() -> None:
    article = f"<div id='zoom'><table><tr><td>{paragraphs('p') * 2}</td><td>侧栏</td></tr></table></div>"
    assert line_texts(read_bytes(page(article), "a.html"))[:10] == SENTENCES * 2


def test_twenty_thousand_nested_blocks() -> None:
    data = ("<div>" * 20_000 + paragraphs("p") + "</div>" * 20_000).encode()
    assert line_texts(read_bytes(data, "a.html")) == SENTENCES


def test_the_header_may_lie_about_the_encoding() -> None:
    body = f'<html><head><meta charset="utf-8"></head><body><div id="zoom">{paragraphs("p")}</div></body></html>'
    assert read_bytes(body.encode("gb18030"), "a.html").encoding == "GB18030"
    traditional = f'<html><head><meta charset="big5"></head><body><p>{"雲嶺鄉人民政府報告" * 9}</p></body></html>'
    document = read_bytes(traditional.encode("big5"), "a.html")
    assert (document.encoding, document.text) == ("BIG5", "雲嶺鄉人民政府報告" * 9)


@pytest.mark.parametrize("body", ["", "<div id=app></div><script>load()</script>", "<ul><li><a>首页</a></li></ul>"])
def test_a_page_without_an_article(body: str) -> None:
    with pytest.raises(ReadError, match="网页里没有找到正文"):
        read_bytes(f"<html><body>{body}</body></html>".encode(), "a.html")


def test_headers_of_libreoffice_pages_are_margins() -> None:
    data = f"<html><body><div title='header'><p>内部资料</p></div>{paragraphs('p')}</body></html>".encode()
    document = read_bytes(data, "a.html")
    assert document.margins == ("内部资料",)
    assert line_texts(document) == SENTENCES


@pytest.mark.parametrize("name", ["trs.html", "gbk_td.html", "ucap.html"])
@pytest.mark.parametrize("known", [True, False])
def test_portal_styles(shared, name: str, known: bool) -> None:  # type: ignore[no-untyped-def]
    """Also with the container's marks taken off, so that the densest block has to be found."""
    folder = shared / "files" / "html"
    data = (folder / name).read_bytes()
    if not known:
        for mark in (b'id="zoom"', b'class="TRS_Editor"', b'id="Zoom"', b'class="bt_content"'):
            data = data.replace(mark, b"")
        data = data.replace(b"UCAPCONTENT", b"DIV").replace(b"ucapcontent", b"div").replace(b'id="UCAP', b'id="X')
        data = data.replace(b"pages_content", b"x")
    document = read_bytes(data, name)
    truth = (folder / "truth.txt").read_text("utf-8").split("\n")
    texts = line_texts(document)
    if known:
        assert texts[:41] == truth
        assert texts[41:] == (["项目\t2023年\t2024年", "行政处罚案件（件）\t12\t15"] if name == "ucap.html" else [])
    else:
        assert [text for text in texts if text in set(truth)] == truth
        assert len(texts) <= len(truth) + 5  # title, date, table, attachment
    assert_lawful(document)


def test_portal_metadata(shared) -> None:  # type: ignore[no-untyped-def]
    title = "小河镇人民政府关于2024年法治政府建设情况的报告"
    expected = {
        "trs.html": {"title": title, "published": "2025-03-28 16:38", "source": "浚县司法局"},
        "gbk_td.html": {
            "title": title, "published": "2025-03-28", "source": "浚县司法局", "number": "小政〔2025〕3号"
        },
        "ucap.html": {"title": title, "published": "2025-03-28", "source": "小河镇"},
    }  # fmt: skip
    for name, metadata in expected.items():
        assert read(shared / "files" / "html" / name).metadata == metadata
