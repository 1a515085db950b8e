"""The issuer's kind, name and level."""

import pytest
from rule_bench import checklist, find, report, words

RULE = checklist(
    {
        "kind": "issuer",
        "level-words": ["(全面)?推进水利强县(工作|建设)"],
        "level-suggestion": "水利强{kind}",
    }
)


def found_in(body: str, **more: object) -> list[str]:
    text = report(body, **more)  # type: ignore[arg-type]
    return words(text, find(text, RULE))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一、举措\n我乡修渠3公里，全乡渠道畅通。", ["我乡", "全乡"]),
        ("一、举措\n本街道修渠3公里。", ["本街道"]),
        ("一、举措\n为乡委镇政府提供服务。", ["乡委镇政府"]),
        ("一、举措\n为镇党委、乡政府提供服务。", ["镇党委、乡政府"]),
        ("一、举措\n工作有序。乡长亲自督办3次。", ["乡长"]),
        ("一、举措\n松湾镇综治中心全年受理诉求20件。", ["松湾镇"]),
        ("一、举措\n成立杨柳镇水利工作领导小组。杨树镇修渠。", ["杨柳镇"]),
        ("一、举措\n（一）全面推进水利强县工作。分解任务。", ["全面推进水利强县工作"]),
    ],
)
def test_finds(body: str, expected: list[str]) -> None:
    assert found_in(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "一、举措\n健全乡村两级机制，完善城乡供水，安全镇守堤防。我镇、全镇、本镇渠道畅通。",
        "一、举措\n全乡镇工作会议在县里召开，全县乡镇长参加。各乡镇党委、政府都派人参加。",
        "一、举措\n赴松湾镇学习2次。与松湾镇人民政府联合执法3次。松湾镇人民政府与我镇结对。",
        "一、举措\n松湾镇渠道、松湾镇派出所、松湾镇中心小学都在下游。由松湾镇至杨树镇的水渠修通。",
        "一、举措\n提交镇党委会议研究。审查镇政府合同20份。报送镇党委。均经镇党委研究。一是镇党委重视；二是为镇政府服务。",
        "一、举措\n本乡本土的管护员3名。鼓励返乡青年。落实我乡土专家政策。",
        "一、举措\n按照县委关于推进水利强县工作的部署，承担任务3项。落实《关于推进水利强县工作的意见》。",
        "一、举措\n推进水利强县工作领导小组来镇督察1次。",
        "一、举措\n杨柳镇党委书记应邀来讲课。全街干净整洁。",
        "一、举措\n柏树镇镇长来我镇交流。乡长、镇长培训班。",
        "一、举措\n杨树镇党委、镇政府和镇人大主席团各司其职。镇党委书记、镇长亲自督办。",
    ],
)
def test_hard_negatives(body: str) -> None:
    assert found_in(body) == []


def test_what_the_finding_says() -> None:
    text = report("一、举措\n我乡修渠，我乡护渠。\n推进水利强县建设。")
    kind, level = find(text, RULE)
    assert "“我乡”" in kind.message
    assert "发文机关是镇" in kind.message
    assert "水利强镇" in level.message


def test_without_title_the_rarer_kind_is_wrong() -> None:
    text = "今年，我乡修渠3公里。我镇重视。全乡渠道畅通，全乡满意。\n"
    assert words(text, find(text, RULE)) == ["我镇"]


@pytest.mark.parametrize(
    ("signed", "finds"),
    [
        ("杨树镇人民政府", 0),
        ("云岭县杨树镇人民政府", 0),
        ("杨树乡人民政府", 1),
        ("松湾镇人民政府", 1),
    ],
)
def test_the_signature(signed: str, finds: int) -> None:
    assert len(found_in("一、举措\n修渠3公里。", signed=f"{signed}\n2025年1月10日")) == finds


def test_the_recipient_is_the_county() -> None:
    text = report("一、举措\n修渠。").replace("县委、县政府：", "县全面推进水利强县工作委员会：")
    assert find(text, RULE) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一、举措\n柳湾乡综合执法队在全县评查中获奖。", ["柳湾乡"]),
        ("一、举措\n修渠3公里，柳湾街道办事处验收。", ["柳湾街道"]),
        ("一、举措\n石坪镇主动上门讲解节水办法，受到好评。", ["石坪镇"]),
        ("一、举措\n朝阳街道建立了巡渠台账12本，逐日登记。", ["朝阳街道"]),
    ],
)
def test_another_name_in_the_issuers_place(body: str, expected: list[str]) -> None:
    assert found_in(body, issuer="柳湾镇", signed="柳湾镇人民政府\n2025年1月10日") == expected


@pytest.mark.parametrize(
    "body",
    [
        "一、举措\n原柳湾乡并入后，渠道统一管护。柳湾乡镇企业、柳湾镇区、柳湾乡村道路、柳湾街道路两侧全部清淤。",
        "一、举措\n与石坪镇签订协议。石坪镇主动移交台账2本。",
        "一、举措\n县里推广石坪镇做法，石坪镇建立台账12本。",
        "一、举措\n会后镇组织清淤，同时镇建立台账，年初街道开展巡查。理顺镇综合执法关系。事关镇政府中心工作。",
        "一、举措\n石坪镇水库、石坪镇中心小学、石坪镇某公司都在下游。",
    ],
)
def test_neighbours_and_places(body: str) -> None:
    assert found_in(body, issuer="柳湾镇", signed="柳湾镇人民政府\n2025年1月10日") == []
