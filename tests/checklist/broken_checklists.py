"""Checklists with mistakes, by what is wrong; broken_checklists.golden.txt has the exact messages."""

from broken_by_newcomers import SENSE, SHAPE, SYNTAX
from sound_checklist import SOUND


def swap(old: str, new: str) -> str:
    """The sound checklist with one passage changed."""
    assert old in SOUND, old
    return SOUND.replace(old, new, 1)


CASES = {
    "unknown key": swap('severity = "error"\nbasis', 'sevrity = "error"\nbasis'),
    "underscore": swap("at-least = 3", "at_least = 3"),
    "other kind's key": swap('where = ["measures"]', "chars = 30"),
    "slipped below a sub-table": swap('text = "写明时间和会议。"', 'text = "写明时间和会议。"\nquestion = "有无？"'),
    "not one of": swap('rank = "政策文件"', 'rank = "政策性文件"'),
    "unknown kind": swap('kind = "count"', 'kind = "counts"'),
    "wrong types": swap("at-least = 3", 'at-least = "3"')
    .replace('title = "举措"', "title = 3")
    .replace('heading = ["安排"]', 'heading = "安排"'),
    "native date": swap('title = "某法"', 'title = "某法"\nin-force-from = 2020-01-01'),
    "bad date and id": swap('id = "notice"\ntitle = "某通知"', 'id = "通知"\ntitle = "某通知"\nin-force-to = "2020年"'),
    "period": swap('title = "某法"', 'title = "某法"\nin-force-from = "2020-01-01"\nin-force-to = "2019-01-01"'),
    "dangling": swap('basis = ["law"]', 'basis = ["law", "notise"]')
    .replace('where = ["measures"]', 'where = ["mesures"]')
    .replace('role = "plan"', 'role = "plann"'),
    "vocabulary": swap('"{会议}…听取…汇报"', '"中文在前", "听取…{法率顾问}汇报"'),
    "patterns": swap(
        'done = ["{会议}…听取…汇报"]', 'done = ["(听取|研究汇报", "汇报）", "…汇报", "\\u542c取（甲|乙）…{}"]'
    ),
    "regex": swap('done = ["{会议}…听取…汇报"]', "done = ['听取汇报']\ndone-regex = ['听取(汇报', '(a{500}){500}']"),
    "in vocabulary": swap('"公职律师"]', '"公职(律师"]').replace("{会议}", "{法律顾问}"),
    "circle": swap('"会议" = ["党委会议", "专题会议"]', '"会议" = ["{座谈}会"]\n"座谈" = ["{会议}谈"]'),
    "duplicate ids": swap('id = "F2"', 'id = "F1"').replace('id = "R1"', 'id = "F1"'),
    "cue": swap("planned = ", "planed = "),
    "duty": swap('basis = ["law"]\nmet', 'basis = ["notice"]\nmet'),
    "term": swap('wrong = ["法制建设"]', 'wrong = ["(法治|法制)建设", "法治建设设"]'),
    "chain": SOUND + '\n[chain]\nshortcomings = "plan"\ncauses = "plan"\n',
    "plus without base": swap('"会议" =', '"会议+" ='),
    "no kind": swap('kind = "count"\n', ""),
    "toml quote": swap('title = "措施"', "title = “措施”"),
    "toml twice": swap('title = "措施"', 'title = "措施"\ntitle = "又"'),
    "toml open": swap('title = "措施"', 'title = "措施'),
    "toml comma": swap('["党委会议", "专题会议"]', '["党委会议" "专题会议"]'),
    "toml chinese key": swap('"会议" =', "会议 ="),
    "toml escape": swap('"{会议}…听取…汇报"', '"\\(会议"'),
    "toml unclosed array": swap('["党委会议", "专题会议"]', '["党委会议", "专题会议"'),
    "table twice": swap("[roles.plan]", "[roles.measures]"),
    "clause edges": swap('done = ["{会议}…听取…汇报"]', 'done = ["听取^汇报", "(听取|研究$问题)", "{会议}…听取…汇报"]'),
    "barred by not": swap('done = ["{会议}…听取…汇报"]', 'done = ["{会议}…听取…汇报"]\nnot = ["(党委|专题)会议"]'),
    "excused": swap('wrong = ["行政复意"]', 'wrong = ["行政复意", "复意(案件|申请)"]\nunless = ["复意"]'),
    "not a heading": swap('heading = ["举措"]', 'heading = ["主要举措", "举措"]\nnot-heading = ["主要(举措|做法)"]'),
    "folded away": swap(
        'done = ["{会议}…听取…汇报"]', "done = ['听取']\ndone-regex = ['听取（汇報）', '“听取”.{0,9}汇', '[（(]听']"
    ),
    "cue called off": swap('planned = ["将", "拟"]', 'planned = ["将", "拟定"]\nplanned-not = ["拟(定|订)"]'),
    "no way in": swap('heading = ["安排"]\n', ""),
    "under a dead role": swap('heading = ["安排"]\n', "")
    + '\n[roles.budget]\ntitle = "经费"\nheading = ["经费"]\nunder = ["plan"]\nbegins-in = ["plan"]\n',
    "expired": swap('title = "某法"', 'title = "某法"\nin-force-to = "2023-06-30"'),
    "superfluous": swap(
        'done = ["{会议}…听取…汇报"]', 'done = ["{会议}…听取…汇报", "听取"]\nnamed = ["听取汇报", "听取(工作)?汇报"]'
    ),
    "no basis": swap('basis = ["law"]\nmet', "met").replace('example = [{ text = "一是甲。", expect = "thin" }]\n', ""),
    "group and expectation": swap('group = "总体"', 'group = "其他"').replace('\nexpect = "met"', ""),
    "empty": "",
    "not a list": swap("[[rule]]\n", "[rule]\n").replace("[[rule.term]]", "[[rule.term]]"),
    **SYNTAX,
    **SHAPE,
    **SENSE,
}
