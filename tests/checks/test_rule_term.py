"""Official names and set phrases, and the shipped lists of them with their own examples."""

import pytest
from rule_bench import checklist, find, report, shipped, words

from lint.checklist.model import Example, TermRule
from lint.checks.rules.term_mended import mended
from lint.checks.rules.term_titles import wrong_titles

NAMES = shipped("names")
TERMS = [
    (rule, term, example)
    for rule in NAMES.file.rule
    if isinstance(rule, TermRule)
    for term in rule.term
    for example in term.example
]


@pytest.mark.parametrize(("rule", "term", "example"), TERMS, ids=lambda part: getattr(part, "text", "")[:24])
def test_examples_of_names(rule: TermRule, term: object, example: Example) -> None:
    """The term finds what its example says, and no other term of the shipped list finds more in it."""
    found = find(example.text, NAMES, example.year, only=rule.id)
    quotes = words(example.text, found)
    assert len(quotes) == len(example.finds), quotes
    assert all(wanted in quote for wanted, quote in zip(example.finds, quotes, strict=True)), quotes


def one(**term: object):
    return checklist({"kind": "term", "term": [{"right": "水利工程管理条例", "wrong": ["水利工程条例"], **term}]})


def test_a_name_written_wrongly_often_is_one_finding() -> None:
    text = "学习水利工程条例。\n宣传“水利工程 条例”。\n落实水利工程管理条例。\n"
    (found,) = find(text, one(note="1998年起施行。", fix=True))
    assert words(text, [found]) == ["水利工程条例", "水利工程 条例"]
    assert found.severity == "error"
    assert found.suggestion == "水利工程管理条例"
    assert found.message == "“水利工程条例”应为“水利工程管理条例”。1998年起施行。"


def test_no_suggestion_unless_the_replacement_is_certain() -> None:
    assert find("学习水利工程条例。", one())[0].suggestion is None


@pytest.mark.parametrize(
    ("term", "text", "finds"),
    [
        ({"unless": ["废止"]}, "水利工程条例已经废止。学习水利工程条例。", 1),
        ({"within_title": True}, "学习水利工程条例和《水利工程条例》。", 1),
        ({"within_title": False}, "学习水利工程条例和《水利工程条例》。", 1),
        ({"years_from": 2025}, "学习水利工程条例。", 0),
        ({"years_to": 2024}, "学习水利工程条例。", 1),
    ],
)
def test_conditions(term: dict[str, object], text: str, finds: int) -> None:
    shaped = {key.replace("_", "-"): value for key, value in term.items()}
    assert len(words(text, find(text, one(**shaped), 2024))) == finds


def test_years_are_not_guessed() -> None:
    assert find("学习水利工程条例。", one(**{"years-from": 2020})) == []


def test_a_hint_stays_a_hint_and_asks_politely() -> None:
    (found,) = find("学习水利工程条例。", one(severity="hint"))
    assert found.severity == "hint"
    assert "宜写作" in found.message


def test_web_furniture_is_not_checked() -> None:
    text = "当前位置：首页 > 水利工程条例 > 正文\n" + report("一、举措\n（一）学习。学习新规定。")
    assert find(text, one()) == []


OFFICIAL = (
    "关于加强水利工程运行安全管理工作的指导意见",
    "水利建设实施纲要（2021—2025年）",
    "水电建设实施纲要（2021—2025年）",
    "中华人民共和国大型水利工程质量管理条例",
)


@pytest.mark.parametrize(
    "title",
    [
        "关于加强水利工程运行安全管理工作的指导意见",
        "国务院办公厅关于加强水利工程运行安全管理工作的指导意见",
        "加强水利工程运行安全管理工作的指导意见",
        "关于加强水利工程运行安全管理工作的实施意见",  # a local document that carries it out
        "云岭省关于加强水利工程运行安全管理工作的指导意见",
        "杨树镇加强水利工程运行安全管理工作方案",
        "水利建设实施纲要(2021-2025年)",
        "水利建设实施纲要",
        "水电建设实施纲要（2021—2025年）",  # near another official title, but exact
        "水利建设实施纲要（20212025年）",  # the missing dash is told as punctuation
        "大型水利工程质量管理条例",
        "水利工程条例",
    ],
)
def test_titles_that_are_right_or_another(title: str) -> None:
    assert find(f"学习《{title}》。", checklist({"kind": "term", "titles": OFFICIAL})) == []


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("关于加强水利工程运行完全管理工作的指导意见", OFFICIAL[0]),
        ("关于加强水利工程运行管理工作的指导意见", OFFICIAL[0]),
        ("水利建设实施纲要（2022—2025年）", OFFICIAL[1]),
        ("中华人民共和国大型水利工程质量监理条例", None),
        ("大型水利工程质理管理条例", OFFICIAL[3]),
    ],
)
def test_titles_almost_official(title: str, right: str | None) -> None:
    text = f"转发《关于学习〈{title}〉的通知》。"
    found = find(text, checklist({"kind": "term", "titles": OFFICIAL}))
    if right is None:
        assert found == []
    else:
        assert words(text, found) == [f"〈{title}〉"]
        assert f"《{right}》" in found[0].message


def test_wrong_titles_of_no_list() -> None:
    assert list(wrong_titles("《水利》", [(0, 4)], ())) == []


CLEAN = """云岭县杨树镇人民政府关于2024年法治政府建设情况的报告
县委、县政府：
2024年，杨树镇坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想和党的二十届三中全会精神，深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。现将有关情况报告如下：
一、主要举措和成效
（一）镇党委理论学习中心组学习新修订的《中华人民共和国行政复议法》《信访工作条例》和《优化营商环境条例》，落实《云岭省重大行政决策程序规定》《重大行政决策程序暂行条例》，编制法制审核事项清单，法制机构维护国家法制统一。
（二）落实行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度，坚持严格规范公正文明执法，深化“放管服”改革和“双随机、一公开”监管。
（三）利用“4·15”全民国家安全教育日、“民法典宣传月”、“12·4”国家宪法日开展“谁执法谁普法”活动，营造尊法学法守法用法氛围，推进扫黑除恶斗争常态化，化解信访积案2件。
"""


def test_a_clean_report_comes_out_clean() -> None:
    assert find(CLEAN, NAMES) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("管好农村事物。", "“农村事物”应为“农村事务”。"),
        ("按县依法治县办公室要求。", "“县依法治县办公室”宜写作“县委依法治县办公室”。"),
        ("按区依法治区委员会要求。", "“区依法治区委员会”宜写作“区委依法治区委员会”。"),
        ("党政负责人履行推进法治建设第一责任人职责。",
         "“党政负责人履行推进法治建设第一责任”应为“党政主要负责人履行推进法治建设第一责任”。"),
        ("党政班子负责人履行推进法治建设第一责任人职责。",
         "“党政班子负责人履行推进法治建设第一责任”应为“党政主要负责人履行推进法治建设第一责任”。"),
        ("会议要求均己执行。", "“均己执行”应为“均已执行”。"),
        ("学习二十届四中全会《决定》。", "“二十届四中全会《决定》”应为“二十届四中全会《建议》”。"),
        ("乡长履行推动法治政府建设第一责任人职责。", "“推动法治政府建设第一责任人”应为“推进法治建设第一责任人”。"),
    ],
)  # fmt: skip
def test_the_right_form_stands_in_place_of_the_whole_wrong_one(text: str, message: str) -> None:
    """What is written over the marked words makes the sentence right, and doubles nothing."""
    checklist_ = shipped("common" if "事物" in text or "己" in text else "names")
    assert message in "".join(one.message for one in find(text, checklist_))


@pytest.mark.parametrize(
    ("hit", "right", "whole"),
    [
        ("矛盾纠分", "纠纷", "矛盾纠纷"),
        ("得已提升", "得以", "得以提升"),
        ("截止目前", "截至（到某一时间为止）", "截至（到某一时间为止）"),
        ("上仿", "信访、来访", "信访、来访"),
        ("因地治宜", "因地制宜", "因地制宜"),
        ("甲乙丙丁", "事务", "事务"),
        ("均己执行", "已", "均已执行"),
        ("从末发生", "未", "从未发生"),
        ("末末", "未", "未"),
        ("甲乙", "已", "已"),
        ("安全生产事故", "生产安全事故", "生产安全事故"),
    ],
)
def test_mended(hit: str, right: str, whole: str) -> None:
    assert mended(hit, right) == whole
