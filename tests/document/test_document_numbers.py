"""Chinese numerals, and what counts as a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document.figures import find_figures
from lint.document.fold import fold_words
from lint.document.numerals import parse_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("二十五", 25),
        ("九十九", 99),
        ("一百", 100),
        ("一百零三", 103),
        ("一百一十", 110),
        ("三百二十一", 321),
        ("一千零一", 1001),
        ("两", 2),
        ("两百", 200),
        ("二〇二四", 2024),
        ("二零二四", 2024),
        ("二○二四", 2024),
        ("〇八", 8),
        ("零", 0),
        ("12", 12),
        ("007", 7),
        ("2024", 2024),
        ("①", 1),
        ("⑨", 9),
        ("⑳", 20),
    ],
)
def test_numerals(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "甲", "一万", "1.5", "-1", "十甲", "①②", "１２", "1 2", "²", "٣"])
def test_no_numerals(text: str) -> None:
    assert parse_numeral(text) is None


@given(st.integers(0, 9999))
def test_every_number_in_both_scripts(number: int) -> None:
    assert parse_numeral(str(number)) == number
    assert parse_numeral("".join("〇一二三四五六七八九"[int(c)] for c in str(number))) == number
    assert parse_numeral(_spoken(number)) == number


def _spoken(number: int) -> str:
    out, zero = "", False
    for unit, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            out += ("零" if zero and out else "") + "零一二三四五六七八九"[digit] + mark
        zero = digit == 0
    return out or "零"


@given(st.text(max_size=12))
def test_any_text_is_a_numeral_or_none(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0


def figures(text: str) -> list[tuple[str, float, str, str]]:
    folded = fold_words(text)
    return [(folded[f.start : f.end], f.value, f.unit, f.approximate) for f in find_figures(folded, 0, len(folded))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组织学法6次", [("6次", 6, "次", "")]),
        ("组织学法６ 次", [("6次", 6, "次", "")]),
        ("发放资料3000余份", [("3000余份", 3000, "份", "余")]),
        ("发放资料1.2万份", [("1.2万份", 12000, "份", "")]),
        ("发放资料1.2万余份", [("1.2万余份", 12000, "份", "余")]),
        ("发放资料近5000份", [("5000份", 5000, "份", "近")]),
        ("培训约120人次", [("120人次", 120, "人次", "约")]),
        ("群众2万多人", [("2万多人", 20000, "人", "多")]),
        ("成功率达98.5%", [("98.5%", 98.5, "%", "")]),
        ("成功率98％以上", [("98%以上", 98, "%", "以上")]),
        ("提高3.2个百分点", [("3.2个百分点", 3.2, "个百分点", "")]),
        ("发放1,200份", [("1，200份", 1200, "份", "")]),
        ("发放1，200份", [("1，200份", 1200, "份", "")]),
        ("走访300户次", [("300户次", 300, "户次", "")]),
        ("罚款3.5万元", [("3.5万元", 35000, "元", "")]),
        ("调解纠纷118件、成功112件", [("118件", 118, "件", ""), ("112件", 112, "件", "")]),
        ("6次12人次", [("6次", 6, "次", ""), ("12人次", 12, "人次", "")]),
        ("召开会议四次", [("四次", 4, "次", "")]),
        ("培训一百二十人次", [("一百二十人次", 120, "人次", "")]),
        ("办理案件十余件", [("十余件", 10, "件", "余")]),
        ("开展宣传两场", [("两场", 2, "场", "")]),
        ("聘请律师一名", [("一名", 1, "名", "")]),
        ("组织培训一次", [("一次", 1, "次", "")]),
    ],
)
def test_figures(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024年",
        "2024年12月4日",
        "二〇二四年",
        "县委〔2024〕5号",
        "国办发〔2018〕118号",
        "第三条",
        "第24条",
        "第三次会议",
        "第3次会议",
        "三项制度",
        "八五普法",
        "12345热线",
        "12348",
        "“123”级",
        "一件事",
        "这是一次机会",
        "一次性告知",
        "一个中心",
        "双随机、一公开",
        "四个亲自",
        "五级书记",
        "十九大",
        "万众一心",
        "",
    ],
)
def test_no_figures(text: str) -> None:
    assert figures(text) == []


@given(st.text(st.sampled_from("第约近1234567890.,，一二十百千万余多次件人%年月日〔〕-个项"), max_size=30))
def test_figures_are_in_order_and_apart(text: str) -> None:
    folded = fold_words(text)
    found = find_figures(folded, 0, len(folded))
    last = 0
    for figure in found:
        assert last <= figure.start < figure.end <= len(folded)
        assert figure.value >= 0
        assert figure.unit
        last = figure.end


def test_only_inside_the_bounds() -> None:
    text = "学法6次，培训12人，讲课3场。"
    assert [f.exact_text for f in find_figures(text, text.index("培"), text.index("讲"))] == ["12"]
