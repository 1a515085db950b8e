"""What the English words of a checklist mean, for messages: enumerations, kinds, keys. And the word that is meant by a
Chinese one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from lint.checklist.fields import Rank
from lint.checklist.problems import nearest

# value → what it means, then other Chinese words for it
_VALUES: Mapping[str, tuple[str, ...]] = {
    # expect
    "met": ("满足", "符合", "合格", "写到了", "通过"),
    "thin": ("不充分", "不足", "不完整", "点到"),
    "absent": ("缺失", "没有写", "没写", "缺", "无"),
    "na": ("不适用", "不涉及"),
    # severity
    "error": ("错误", "严重", "必须", "高"),
    "warning": ("警告", "一般", "中"),
    "hint": ("提示", "轻微", "建议", "低"),
    # standing
    "done": ("已做", "做了", "完成"),
    "planned": ("打算", "计划", "安排", "下一步"),
    "lacking": ("不足", "问题", "短板"),
    "none": ("如实写明没有", "没有", "无", "未发生"),
    "cited": ("文件名称里的话", "引用"),
    "announced": ("开头的预告", "预告", "开头"),
    "topic": ("会议、学习的议题", "议题", "主题"),
    "required": ("上级或制度的要求", "要求"),
    "foreign": ("别的机关做的", "别人做的"),
    "past": ("往年做的", "往年", "去年"),
    # front
    "title": ("标题",),
    "recipient": ("主送机关", "主送"),
    "opening": ("开头",),
    "signature": ("落款", "署名"),
    "date": ("成文日期", "日期"),
    "speaker": ("报告人",),
    "issuer": ("机关", "发文机关"),
    "year": ("年度", "年份"),
    "subject": ("事由", "主题"),
    "genre": ("文种",),
    # rank, which needs no explanation
    **dict.fromkeys(get_args(Rank), ()),
    # others
    "review": ("待核", "请人核对", "核对"),
    "clause": ("分句", "同一分句"),
    "sentence": ("句", "同一句", "句子"),
    "measures": ("分条的措施", "措施"),
    "figures": ("数据", "数字"),
    "cause": ("原因",),
    "rectification": ("整改",),
    "plan": ("下一年安排", "安排", "计划"),
    "zero": ("按 0 算", "零"),
    "missing": ("漏填", "缺"),
}
_KINDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "element": {
        "phrase": ("正文里的做法", "短语", "词语", "关键词", "文字"),
        "section": ("一个部分", "部分", "章节", "段落"),
        "front": ("标题、主送机关、落款等格式", "格式", "标题", "落款"),
        "year": ("某一部分写明的年度", "年度", "年份"),
        "count": ("数得出的措施、数据", "数量", "个数", "计数"),
        "chain": ("不足与原因、整改、安排的对应", "问题链", "对应"),
        "table": ("一张表", "表格", "表"),
    },
    "rule": {
        "wording": ("不宜出现的话", "措辞", "用语", "禁用语", "短语", "词语"),
        "term": ("规范名称与误写", "规范名称", "术语", "误写", "错别字"),
        "numbering": ("层次序号", "序号", "编号"),
        "heading-promise": ("标题写了的正文要有", "标题"),
        "sums": ("行文里的数据合得上", "合计", "数据", "求和"),
        "year": ("年度前后一致", "年度", "年份"),
        "issuer": ("机关名称前后一致", "机关", "机关名称"),
        "anachronism": ("报告年度里还没有的法和会", "时序"),
        "residue": ("软件、网页留下的字样", "残留"),
        "repeated": ("重复的词和句子", "重复"),
        "slips": ("手误", "漏字"),
        "punctuation": ("标点", "标点符号"),
        "privacy": ("不宜公开的个人信息", "个人信息", "隐私"),
        "deadline": ("成文和公开的期限", "期限", "时限"),
        "layout": ("Word 文件的版式", "版式", "格式"),
        "table": ("表格", "表"),
    },
}


def listed(values: Sequence[str], kinds_of: str = "") -> str:
    """The values of an enumeration with their meanings, in a sensible order. `kinds_of` is "element" or "rule" for the
    kinds of these."""
    known = _KINDS.get(kinds_of, _VALUES)
    order = {value: number for number, value in enumerate(known)}
    return "、".join(
        f"{value}（{meaning}）" if (meaning := _meaning(value, kinds_of)) else value
        for value in sorted(values, key=lambda value: order.get(value, len(order)))
    )


def guessed(word: str, values: Iterable[str], kinds_of: str = "") -> str | None:
    """The value that a Chinese or misspelt word stands for; None when none is near."""
    known = _KINDS.get(kinds_of, _VALUES)
    words = {said: value for value in reversed(list(values)) for said in known.get(value, ())[::-1]}
    if word.strip() in words:
        return words[word.strip()]
    return nearest(word, values) or words.get(nearest(word, words) or "")


def _meaning(value: str, kinds_of: str) -> str:
    said = _KINDS.get(kinds_of, _VALUES).get(value)
    return said[0] if said else _first_words(_plugged(kinds_of).get(value, "")) if kinds_of else ""


def _plugged(kinds_of: str) -> dict[str, str]:
    """What installed kinds say of themselves."""
    from lint.checklist.plugins import PluginError, available  # noqa: PLC0415

    try:
        return {kind: spec.__doc__ or "" for kind, spec in available().get(kinds_of, {}).items()}
    except PluginError:
        return {}


def key_list(definition: Mapping[str, Any], common: Iterable[str] = ()) -> str:
    """The keys of a table by its schema, with their meanings; those in `common` come last and without."""
    properties, shared = definition.get("properties", {}), frozenset(common)
    own = [
        f"{key}（{meaning}）" if (meaning := _first_words(str(value.get("description", "")))) else key
        for key, value in properties.items()
        if key not in shared and key != "kind"
    ]
    rest = [key for key in properties if key in shared]
    return "、".join(own) + ((f"；还有各种都有的 {'、'.join(rest)}" if own else "、".join(rest)) if rest else "")


@cache
def _first_words(text: str) -> str:
    """The first clause of a description."""
    return re.split("[，；：。（(]", text.strip(), maxsplit=1)[0].strip()
