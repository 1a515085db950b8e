"""Where a fix is certain, each place of a finding has its mended text; where it is not, none."""

import pytest
from text_rules import TITLE, run


def fixes(kind: str, body: str) -> dict[str, str]:
    """The words at the places with a certain fix, and what comes in their place."""
    text = TITLE + body
    return {text[slice(*place)]: new for one in run(kind, text) for place, new in one.certain.items()}


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("repeated", "会前加强加强学法，群众满意。", {"加强加强": "加强"}),
        ("repeated", "会前加强加强加强学法，群众满意。", {"加强加强加强": "加强"}),
        ("repeated", "群众的的意见，都已办结。", {"的的": "的"}),
        ("punctuation", "全镇开会3次,走访30户，办结5件;群众满意。", {",": "，", ";": "；"}),
        ("punctuation", "办结5件。。群众满意，，到位。", {"。。": "。", "，，": "，"}),
        ("punctuation", "办结5件，。群众满意。", {}),  # nobody knows which is meant
        ("punctuation", "审查合同、协议、等材料。", {"、等": "等"}),
        ("punctuation", "转发《关于印发<工作办法>的通知》。", {"<工作办法>": "〈工作办法〉"}),
        (
            "punctuation",
            "按照云政发[2024]5号、〔2023】6号文件要求办理。",
            {"[2024]": "〔2024〕", "〔2023】": "〔2023〕"},
        ),
        ("punctuation", "实行＂定人定岗”工作机制。", {"＂定人定岗”": "“定人定岗”"}),
        ("punctuation", "落实“八五“普法规划。", {"“八五“": "“八五”"}),
        ("punctuation", "落实”八五”普法规划。", {"”八五”": "“八五”"}),
        ("punctuation", "开展“法治大集、普法夜校等活动。", {}),  # where it ends, nobody knows
        ("punctuation", "落实“八五，普法“规划。", {}),
        ("punctuation", "一是抓学法：二是抓用法。", {"：二是": "；二是"}),
        ("punctuation", "一是抓学法。开会3次：二是抓用法。", {"：二是": "。二是"}),
        ("residue", "[bookmark: _GoBack]全镇开会3次。", {"[bookmark: _GoBack]": ""}),
        ("residue", "全镇开会3次，&nbsp;走访&ldquo;五户&rdquo;。", {"&nbsp;": "", "&ldquo;": "“", "&rdquo;": "”"}),
        ("residue", "全镇<br>开会3次。", {"<br>": ""}),
        ("residue", "全镇**开会**3次。", {"**开会**": "开会"}),
        ("residue", "全镇\u200b开会3次。", {"\u200b": ""}),
        ("residue", "全镇\ufffc开会3次。", {}),  # a symbol of the file that could not be read
        ("residue", "全年 开会12 次，共 3件。", {"全年 开": "全年开", "12 次": "12次", "共 3": "共3"}),
    ],
)
def test_certain_fixes(kind: str, body: str, expected: dict[str, str]) -> None:
    assert fixes(kind, body) == expected


def test_blanks_between_figures_and_words() -> None:
    found = fixes("residue", "2024 年全镇开会12 次，走访群众30户，办结5件，群众满意。")
    assert found == {"2024 年": "2024年", "12 次": "12次"}


def test_one_suggestion_only_where_it_is_right_everywhere() -> None:
    (one,) = run("punctuation", TITLE + "全镇开会3次,走访30户，办结5件,群众满意。")
    assert one.suggestion == "，"
    (other,) = run("punctuation", TITLE + "全镇开会3次,走访30户，办结5件;群众满意。")
    assert other.suggestion is None
