"""What people write who know neither TOML nor the format; added to the cases of broken_checklists.py."""

from sound_checklist import SOUND

_TITLE = 'title = "措施"'
_WORDS = '["党委会议", "专题会议"]'
_REMEDY = 'remedy = { text = "写三条。", sample = "一是〔　〕。" }'
_DONE = 'done = ["{会议}…听取…汇报"]'


def swap(old: str, new: str) -> str:
    """The sound checklist with one passage changed."""
    assert old in SOUND, old
    return SOUND.replace(old, new, 1)


def rule(kind: str, more: str) -> str:
    """The sound checklist with one more rule."""
    return f'{SOUND}\n[[rule]]\nid = "W1"\nkind = "{kind}"\ntitle = "不宜"\nseverity = "warning"\n{more}'


EXTENDING = swap("[checklist]\n", '[checklist]\nextends = "common"\n')

SYNTAX = {
    "key in Chinese": swap(_TITLE, '名称 = "措施"'),
    "key in Chinese nobody knows": swap(_TITLE, '备用金 = "措施"'),
    "header in Chinese": swap("[[element]]", "[[要素]]"),
    "header in full width": swap("[[element]]", "【【element】】"),
    "header half closed": swap("[[element]]", "[[element]"),
    "role in Chinese": swap("[roles.plan]", "[roles.安排]"),
    "round brackets": swap(_REMEDY, 'remedy = （ text = "写三条。" ）'),
    "full-width blank": swap(_TITLE, f"\u3000{_TITLE}"),
    "blank from Word": swap(_TITLE, f"{_TITLE}\u00a0"),
    "mixed quotes": swap(_TITLE, 'title = "纳入规划”'),
    "quotes in quotes": swap(_TITLE, 'title = "纳入"十五五"规划"'),
    "quotes in quotes in a list": swap(_WORDS, '["纳入"十五五"规划", "乙"]'),
    "no quotes": swap(_TITLE, "title = 措施"),
    "nothing behind the sign": swap(_TITLE, "title ="),
    "colon for sign": swap(_TITLE, 'title："措施"'),
    "truth in Chinese": swap('heading = ["安排"]', 'heading = ["安排"]\nkeep = 是'),
    "truth with a capital": swap('heading = ["安排"]', 'heading = ["安排"]\nkeep = True'),
    "number in Chinese": swap("at-least = 3", "at-least = 三"),
    "version without quotes": swap('version = "1"', "version = 2026.10.1"),
    "list with 、": swap(_WORDS, '["党委会议"、"专题会议"]'),
    "semicolon at the end": swap(_TITLE, f"{_TITLE}；"),
    "remark without sign": swap(_TITLE, f"{_TITLE} 这里写标题"),
    "words alone": swap(_TITLE, "这里写标题"),
    "several at once": swap(_TITLE, '名称 = "措施"')
    .replace("[[element]]", "[[要素]]", 1)
    .replace('severity = "warning"\nbasis', "severity = “warning”\nbasis")
    .replace('title = "规范名称"', 'title = "规范名称')
    .replace('wrong = ["法制建设"]', 'wrong = ["法制建设"'),
}

SHAPE = {
    "quoted key in Chinese": swap(_TITLE, '"名称" = "措施"'),
    "no header": swap("[checklist]\n", ""),
    "no kind of a rule": swap('kind = "term"\n', ""),
    "kind of a rule in Chinese": rule("措辞", 'patterns = ["请批准"]\n'),
    "key of no kind": rule(
        "wording", 'patterns = ["请批准"]\nnot = ["甲"]\nexample = [{ text = "请批准。", clean = true }]\n'
    ),
    "verb without what may follow": rule("slips", 'leads = ["充分"]\nbegun = ["发", ""]\n'),
    "no remedy": EXTENDING.replace(f"{_REMEDY}\n", ""),
    "no kind where something is inherited": EXTENDING.replace('kind = "count"\n', ""),
    "remedy is a sentence": swap(_REMEDY, 'remedy = "写三条。"'),
    "version is a number": swap('version = "1"', "version = 2026.10"),
    "expect in Chinese": swap('expect = "met"', 'expect = "满足"'),
    "severity in Chinese": swap('severity = "warning"', 'severity = "严重"'),
    "standing in Chinese": swap('standing = "planned"', 'standing = "不足"'),
    "role by its title": swap('role = "plan"', 'role = "安排"'),
    "basis by its title": swap('basis = ["law"]', 'basis = ["某法"]'),
    "no rank": swap('rank = "法律法规"\n', ""),
    "example is a sentence": swap('example = [{ text = "一是甲。", expect = "thin" }]', 'example = "一是甲。"'),
    "truth in quotes": swap('heading = ["安排"]', 'heading = ["安排"]\nkeep = "是"'),
}

SENSE = {
    "looks like a regular expression": swap(
        _DONE, 'done = ["听取", "听取.*汇报", "[听取]汇报", "听取...汇报", "\\\\d次", "听取。汇报", "(听取；研究)汇报"]'
    ),
    "heading looks like a regular expression": swap('heading = ["安排"]', 'heading = ["安排", "下.*年"]'),
    "nothing to be done": swap(f"{_DONE}\n", 'named = ["听取"]\n'),
    "source without content": swap('paraphrase = "列出措施。"\n', ""),
    "source with both": swap('paraphrase = "列出措施。"', 'wording = "列出措施。"\nparaphrase = "列出措施。"'),
    "two fallbacks": swap('lead = ["一年来"]', "fallback = true").replace('standing = "planned"', "fallback = true"),
    "rule without patterns": rule("wording", ""),
    "rule without examples": rule("wording", 'patterns = ["请批准"]\n'),
    "example that finds and is clean": rule(
        "wording", 'patterns = ["请批准"]\nexample = [{ text = "请批准。", finds = ["请批准"], clean = true }]\n'
    ),
    "example of the other sort": rule(
        "wording", 'patterns = ["请批准"]\nexample = [{ text = "请批准。", expect = "met" }]\n'
    ),
    "id of an inherited rule": EXTENDING.replace('id = "R1"', 'id = "names"'),
}
