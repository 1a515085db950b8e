"""Personal data. All numbers and names are invented."""

from functools import partial

import pytest
from text_rules import TITLE, marked_below_title, quotes, run

from lint.checks.rules.privacy import luhn, valid_identity

KIND = "privacy"
IDENTITY = "11010519491231002X"  # the example of GB 11643
found = partial(marked_below_title, KIND)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("电话13800001234。", [["13800001234"]]),
        ("电话138-0000-1234。", [["138-0000-1234"]]),
        (f"身份证号{IDENTITY}。", [[IDENTITY]]),
        ("补助打入账号6222021234567890123。", [["6222021234567890123"]]),
        ("家住东街12号3单元，生活困难。", [["家住东街12号3单元"]]),
        ("调解村民赵小根与李秀英因地界引起的纠纷。", [["村民赵小根", "李秀英"]]),
        ("居民欧阳建国反映道路破损。", [["居民欧阳建国"]]),
        ("原告李秀英诉镇政府一案已审结。", [["原告李秀英"]]),
        ("三组村民韦秀英未经批准占地建房，村民赵小根擅自开挖。", [["村民韦秀英", "村民赵小根"]]),
        ("当事人龙大有（男，48岁）送来锦旗。", [["当事人龙大有"]]),
    ],
)
def test_finds(body: str, places: list[list[str]]) -> None:
    findings = run(KIND, TITLE + body)
    assert found(body) == places
    assert all(one.private for one in findings)
    assert not any(quote in one.message for one in findings for quote in places[0])


@pytest.mark.parametrize(
    "body",
    [
        "村民安全防范意识提高，居民高度认可，群众高兴满意，居民文明素质提升。",
        "当事人陈述申辩2次，当事人方便快捷办事，当事人和解，申请人申请书齐全。",
        "村民小组长参会，村民代表表决，居民常年在外，农户石榴等增收，群众向政府反映问题。",
        "原告张某、被告李某某，村民王×与邻居的纠纷已化解。",
        "原告因故撤诉，被告应诉，学生安全在校，老人康复治疗。",
        "拨打12345热线，电话0931-8888888，发文号码20240101000001。",
        "镇长任组长，书记任第一组长，聘请高级律师2名、常年律师1名。",
    ],
)
def test_leaves_alone(body: str) -> None:
    assert found(body) == []


def test_officials_and_lawyers_are_hints() -> None:
    text = TITLE + "由乡党委书记陈建国任组长，聘请王小明律师为法律顾问。"
    findings = run(KIND, text)
    assert [one.severity for one in findings] == ["hint", "hint"]
    assert quotes(text, findings) == [["陈建国"], ["王小明"]]


def test_the_name_of_an_office_holder_is_a_matter_of_custom_not_of_law() -> None:
    official, private = run(KIND, TITLE + "由乡党委书记陈建国任组长。"), run(KIND, TITLE + "调解村民赵小根的纠纷1起。")
    assert [one.basis for one in official] == [()]
    assert ["minfadian1034" in (one.basis or ()) for one in private] == [True]


def test_identity_with_a_wrong_check_digit_is_a_warning() -> None:
    (one,) = run(KIND, TITLE + f"编号{IDENTITY[:-1]}1。")
    assert one.severity == "warning"


def test_mobile_number_of_an_office_is_a_hint() -> None:
    (one,) = run(KIND, TITLE + "监督电话：13800001234。")
    assert one.severity == "hint"


def test_check_digits() -> None:
    assert valid_identity(IDENTITY)
    assert not valid_identity(IDENTITY[:-1] + "0")
    assert luhn("79927398713")
    assert not luhn("79927398710")


def test_figures_of_a_table_are_no_telephone_number() -> None:
    for mark in ("\t", " "):
        row = mark.join(["调解", "147", "0", "0", "0", "0", "1", "2", "150"])
        assert found(f"列表如下。\n{row}\n以上数据以台账为准。") == []
    assert found("当事人电话 138 0000 1234。") == [["138 0000 1234"]]
