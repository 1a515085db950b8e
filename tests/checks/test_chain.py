"""Each shortcoming with its cause, its rectification and its answer in the plan."""

from pathlib import Path

import pytest

from lint.checks.elements.likeness import Likeness
from lint.checks.results import ABSENT, MET, THIN, Link
from tests.element_cases import BASE, OPENING, TITLE, check, element, quotes, tiny

LINKS = [element("chain", f'link = "{link}"', link) for link in ("cause", "rectification", "plan")]
Shown = tuple[str, bool] | None
# cues that match the words before the deed, as those of the shipped checklists do
LEADS = BASE.replace('cause-cues = [', 'cause-cues = ["究其原因", "为什么", "这是根子", ').replace(
    'rectification-cues = [', 'rectification-cues = ["^整改(方面|情况)", "^针对…问题", "^#月(起|以来)?，", '
).replace('plan-cues = [', 'plan-cues = ["^下步打算", ')  # fmt: skip


def chain(folder: Path, text: str, base: str = BASE) -> list[tuple[str, Shown, Shown, Shown]]:
    """Label, cause, rectification and plan of every shortcoming."""

    def shown(link: Link | None) -> Shown:
        return None if link is None else (str(quotes(text, link.span)[0]), link.certain)

    found = check(tiny(folder, *LINKS, base=base), TITLE + OPENING + text).shortcomings
    return [(s.label, shown(s.cause), shown(s.rectification), shown(s.plan)) for s in found]


def statuses(folder: Path, text: str) -> list[str]:
    return [o.status for o in check(tiny(folder, *LINKS), TITLE + OPENING + text).outcomes]


INSIDE = (
    "一、存在的不足\n一是执法力量薄弱，由于编制偏少，已补2人。二是普法形式单一，原因是创新不够。三是台账不齐。\n"
    "二、2025年安排\n一是充实执法力量，招录办案人员2名。二是创新普法宣传形式。\n"
)


def test_causes_inside_the_items(tmp_path: Path) -> None:
    assert chain(tmp_path, INSIDE) == [
        ("执法力量薄弱", ("由于编制偏少", True), ("已补2人", True), ("一是充实执法力量，招录办案人员2名", True)),
        ("普法形式单一", ("原因是创新不够", True), None, ("二是创新普法宣传形式", True)),
        ("台账不齐", None, None, None),
    ]
    found = check(tiny(tmp_path, *LINKS), TITLE + OPENING + INSIDE)
    assert [o.status for o in found.outcomes] == [THIN, THIN, THIN]
    assert [o.message for o in found.outcomes] == [
        "只点到：台账不齐",
        "只点到：普法形式单一；台账不齐",
        "只点到：台账不齐",
    ]
    assert quotes(INSIDE, *found.outcomes[0].evidence) == ["由于编制偏少", "原因是创新不够"]
    assert quotes(INSIDE, *(s.span for s in found.shortcomings)) == [
        "一是执法力量薄弱，由于编制偏少，已补2人",
        "二是普法形式单一，原因是创新不够",
        "三是台账不齐",
    ]
    assert quotes(INSIDE, *found.plan_measures) == ["一是充实执法力量，招录办案人员2名。", "二是创新普法宣传形式。"]


SEPARATE = (
    "一、存在的不足\n（一）执法力量薄弱。全镇持证人员只有2人。\n（二）普法形式单一。一直发资料为主。\n"
    "二、产生的原因\n（一）执法编制偏少。多年没有招录。\n（二）普法创新不够。经费有限。\n"
    "三、问题整改\n（一）执法岗位增配2人。\n（二）普法专栏新开1个。\n"
    "四、2025年安排\n（一）充实执法力量。\n（二）创新普法形式。\n（三）规范合同管理。\n"
)


def test_separate_lists(tmp_path: Path) -> None:
    told = [
        (label, cause and cause[0], mended and mended[0], plan)
        for label, cause, mended, plan in chain(tmp_path, SEPARATE)
    ]
    assert told == [
        ("执法力量薄弱", "（一）执法编制偏少。多年没有招录", "（一）执法岗位增配2人", ("（一）充实执法力量", True)),
        ("普法形式单一", "（二）普法创新不够。经费有限", "（二）普法专栏新开1个", ("（二）创新普法形式", True)),
    ]
    assert statuses(tmp_path, SEPARATE) == [MET, MET, MET]


def test_separate_lists_in_another_order_are_matched_by_what_they_say(tmp_path: Path) -> None:
    text = (
        "一、存在的不足\n一是执法力量薄弱。二是普法形式单一。\n"
        "二、产生的原因\n一是普法宣传创新不够。二是执法办案编制偏少。\n"
    )
    assert [cause and cause[0] for _, cause, _, _ in chain(tmp_path, text)] == [
        "二是执法办案编制偏少",
        "一是普法宣传创新不够",
    ]


def test_lists_of_equal_length_go_one_to_one_but_not_for_certain(tmp_path: Path) -> None:
    text = "一、存在的不足\n一是台账不齐。二是合同粗放。\n二、产生的原因\n一是责任心欠缺。二是流程陈旧。\n"
    assert [cause for _, cause, _, _ in chain(tmp_path, text)] == [("一是责任心欠缺", False), ("二是流程陈旧", False)]


def test_nothing_alike_stays_unlinked(tmp_path: Path) -> None:
    text = (
        "一、存在的不足\n一是台账不齐。二是合同粗放。\n二、产生的原因\n一是责任心欠缺。二是流程陈旧。三是眼界狭窄。\n"
        "三、2025年安排\n一是组织学法。二是走访农户。\n"
    )
    assert chain(tmp_path, text) == [("台账不齐", None, None, None), ("合同粗放", None, None, None)]
    assert statuses(tmp_path, text) == [ABSENT, ABSENT, ABSENT]


def test_one_cause_for_all(tmp_path: Path) -> None:
    text = "一、存在的不足和原因\n一是台账不齐。二是合同粗放。\n原因是平时督促少。\n"
    assert [cause for _, cause, _, _ in chain(tmp_path, text)] == [("原因是平时督促少", False)] * 2


@pytest.mark.parametrize(
    "frame",
    [
        "虽然取得一定成绩，但还存在以下不足：\n",
        "主要表现如下：\n",
        "以上这些不足我们将认真对待。\n",
        "对此我们要高度重视起来。\n",
    ],
)
def test_a_sentence_that_frames_the_list_is_no_shortcoming(tmp_path: Path, frame: str) -> None:
    text = f"一、存在的不足\n{frame}执法力量还比较薄弱。普法形式还比较单一。\n"
    assert [label for label, *_ in chain(tmp_path, text)] == ["执法力量还比较薄弱", "普法形式还比较单一"]


def test_no_shortcomings_no_chain(tmp_path: Path) -> None:
    assert chain(tmp_path, "一、主要举措\n学法6次。\n") == []
    assert statuses(tmp_path, "一、主要举措\n学法6次。\n") == [ABSENT, ABSENT, ABSENT]
    assert chain(tmp_path, "") == []


def test_what_the_measures_lament_is_no_shortcoming_of_the_list(tmp_path: Path) -> None:
    assert chain(tmp_path, "一、主要举措\n学法6次，力度还不够，由于人少。\n") == []


def test_a_measure_without_a_shortcoming_is_no_harm(tmp_path: Path) -> None:
    text = (
        "一、存在的不足\n一是执法力量薄弱，由于编制偏少，已增2人。\n二、2025年安排\n一是充实执法力量。二是走访农户。\n"
    )
    assert statuses(tmp_path, text) == [MET, MET, MET]


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("究其原因，台账由兼职人员记，换人时没有移交。", "台账由兼职人员记，换人时没有移交"),
        ("为什么？台账由兼职人员记，换人时没有移交。", "台账由兼职人员记，换人时没有移交"),
        ("台账由兼职人员记，这是根子。", "台账由兼职人员记，这是根子"),
        ("原因是台账由兼职人员记，换人时没有移交。", "原因是台账由兼职人员记"),
    ],
)
def test_a_cause_is_quoted_in_the_words_that_tell_it(tmp_path: Path, lead: str, told: str) -> None:
    text = f"一、存在的不足\n（一）台账不齐。有3个月没有记录。{lead}\n（二）普法形式单一。\n"
    assert chain(tmp_path, text, LEADS)[0][1] == (told, True)


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("整改方面，6月补记台账3本，并定了交接单。", "6月补记台账3本，并定了交接单"),
        ("整改情况：6月补记台账3本，并定了交接单。", "6月补记台账3本，并定了交接单"),
        ("整改情况。6月补记台账3本，并定了交接单。", "6月补记台账3本，并定了交接单"),
        ("针对这一问题，6月补记台账3本，并定了交接单。", "6月补记台账3本，并定了交接单"),
        ("10月以来，党政办逐月补记台账。", "10月以来，党政办逐月补记台账"),
        ("整改方面，10月起，党政办逐月补记台账。", "10月起，党政办逐月补记台账"),
        ("整改方面，6月补记台账3本，下步打算，逐月核对。", "6月补记台账3本"),
        ("已补台账3本，并定了交接单。", "已补台账3本"),
        ("整改方面，", "整改方面"),
    ],
)
def test_a_rectification_is_quoted_in_the_words_that_tell_it(tmp_path: Path, lead: str, told: str) -> None:
    text = f"一、存在的不足\n（一）台账不齐。有3个月没有记录。{lead}\n（二）普法形式单一。\n"
    assert chain(tmp_path, text, LEADS)[0][2] == (told, True)


def test_a_plan_is_quoted_in_the_words_that_tell_it(tmp_path: Path) -> None:
    text = "一、存在的不足\n（一）台账不齐。有3个月没有记录。下步打算，逐月核对，按季通报。\n（二）普法形式单一。\n"
    assert chain(tmp_path, text, LEADS)[0][3] == ("逐月核对，按季通报", True)


def test_a_plan_of_a_list_is_quoted_with_what_follows_its_heading(tmp_path: Path) -> None:
    text = (
        "一、存在的不足\n（一）执法力量薄弱。持证2人。\n（二）普法形式单一。一直发资料。\n"
        "二、2025年安排\n（一）进一步充实执法办案力量。招录2人。每季培训1次。\n（二）创新普法宣传的形式\n拍短片6期。\n"
    )
    assert [plan and plan[0] for *_, plan in chain(tmp_path, text)] == [
        "（一）进一步充实执法办案力量。招录2人",
        "（二）创新普法宣传的形式\n拍短片6期",
    ]


NAMED = (
    "一、存在的不足\n（一）案卷制作不规范。有的案卷缺少笔录。\n（二）普法形式单一。\n（三）村级合同没有送审。\n"
    "针对案卷制作方面的问题，6月已补笔录7份。\n"
)


def test_a_rectification_that_names_its_shortcoming_goes_to_that_one(tmp_path: Path) -> None:
    assert [mended for _, _, mended, _ in chain(tmp_path, NAMED)] == [
        ("针对案卷制作方面的问题，6月已补笔录7份", True),
        None,
        None,
    ]


@pytest.mark.parametrize("named", ["上述", "水利设施管护方面的", "案卷和普法"])
def test_one_that_names_none_or_its_own_stays(tmp_path: Path, named: str) -> None:
    own = "（三）案卷和普法没有人管。" if named == "案卷和普法" else "（三）村级合同没有送审。"
    text = NAMED.replace("案卷制作方面的", named).replace("（三）村级合同没有送审。", own)
    assert chain(tmp_path, text)[2][2] == ("6月已补笔录7份", True)


def test_a_named_rectification_of_a_list_answers_no_other(tmp_path: Path) -> None:
    text = (
        "一、存在的不足\n（一）案卷制作不规范，笔录和台账不齐。\n（二）台账登记不全。\n"
        "二、问题整改\n针对台账登记不全的问题，镇里逐月补记，笔录和台账已补齐。\n"
    )
    assert [mended and mended[1] for _, _, mended, _ in chain(tmp_path, text)] == [None, True]
    both = text.replace("针对台账登记不全的问题", "针对案卷制作、台账登记的问题")
    assert [mended and mended[1] for _, _, mended, _ in chain(tmp_path, both)] == [True, True]


def test_likeness() -> None:
    texts = ["执法力量薄弱，人员不足", "充实执法力量，增加人员", "普法形式单一", "", "执法力量薄弱，人员不足"]
    none: frozenset[str] = frozenset()
    like = Likeness(texts, [frozenset({"执法"}), frozenset({"执法"}), frozenset({"普法"}), none, none])
    assert like.words(0, 4) == pytest.approx(1.0)
    assert like.words(0, 1) == like.words(1, 0) > like.words(0, 2) >= 0
    assert like.words(0, 3) == like.score(3, 3) == 0.0
    assert like.topics(0, 1) > 0 == like.topics(0, 2)
    assert like.score(0, 1) > like.words(0, 1)
