"""Chinese words that authors write for the keys, headers and values of a checklist, and what is meant by them.

Used only to tell mistakes; a checklist file itself knows the English names alone.
"""

from collections.abc import Collection, Mapping
from functools import cache

from lint.checklist.strings import table_keys

_KEYS: Mapping[str, tuple[str, ...]] = {
    "标识": ("id",), "编号": ("id",), "代号": ("id",), "序号": ("id",),
    "标题": ("title", "heading"), "名称": ("title", "name", "right"), "题目": ("title",), "名字": ("title", "name"),
    "类型": ("kind",), "种类": ("kind",), "类别": ("kind", "group"), "方式": ("kind",),
    "分组": ("group", "groups"), "组": ("group", "groups"), "组别": ("group",),
    "轻重": ("severity",), "严重程度": ("severity",), "级别": ("severity", "rank"), "等级": ("severity", "rank"),
    "依据": ("basis",), "法律依据": ("basis",), "来源": ("basis",),
    "要求": ("remedy", "text"), "补救": ("remedy",), "怎样补": ("remedy",), "建议": ("remedy",), "整改": ("remedy",),
    "满足": ("met",), "不充分": ("thin",), "缺失": ("absent",), "没有": ("none", "absent"),
    "做了": ("done",), "已做": ("done",), "做法": ("done",), "模式": ("done", "patterns"), "短语": ("done", "patterns"),
    "名目": ("named",), "点到": ("named",), "排除": ("not", "unless", "not-heading", "not-title"),
    "除非": ("unless", "not"), "例外": ("unless", "not"),
    "例子": ("example",), "示例": ("example",), "例": ("example",),
    "文字": ("text",), "内容": ("text", "patterns"), "写法": ("text", "sample"), "样段": ("sample",),
    "样例": ("sample", "example"), "范例": ("sample",), "参考写法": ("sample",),
    "应得": ("expect",), "结果": ("expect",), "期望": ("expect",), "结论": ("expect",),
    "找到": ("finds",), "应找到": ("finds",), "干净": ("clean",),
    "作用": ("role", "roles"), "角色": ("role", "roles"), "部分": ("role", "part", "where"), "位置": ("where",),
    "标题词": ("heading",), "句首": ("lead",), "立意": ("standing",), "兜底": ("fallback",),
    "版本": ("version",), "继承": ("extends",), "主题": ("subject",), "事由": ("subject",), "机关": ("kinds",),
    "适用": ("kinds",), "适用机关": ("kinds",), "效力": ("rank",), "效力等级": ("rank",), "位阶": ("rank",),
    "条款": ("article",), "条": ("article",), "文号": ("number",), "原文": ("wording",), "条文": ("wording",),
    "大意": ("paraphrase",), "施行日期": ("in-force-from",), "施行": ("in-force-from",), "失效日期": ("in-force-to",),
    "失效": ("in-force-to",), "参照": ("by-reference",), "年份": ("year",), "年度": ("year",),
    "字数": ("chars",), "条数": ("items",), "问题": ("question",), "不适用": ("na",), "简称": ("short",),
    "误写": ("wrong",), "错误写法": ("wrong",), "错": ("wrong",), "规范写法": ("right",), "正确写法": ("right",),
    "对": ("right",), "说明": ("message", "note"), "提示": ("message",), "备注": ("note",), "关闭": ("off",),
    "主送机关": ("recipients",), "主送": ("recipients",), "文种": ("genre",), "至少": ("at-least",),
}  # fmt: skip
_HEADERS: Mapping[str, str] = {
    "清单": "[checklist]", "识别": "[checklist.recognise]", "依据": "[[basis]]", "词表": "[vocabulary]",
    "提示词": "[cues]", "作用": "[roles.名称]", "要素": "[[element]]", "规则": "[[rule]]", "文字规则": "[[rule]]",
    "例子": "[[element.example]]", "问题链": "[chain]", "要素例子": "[[element.example]]",
}  # fmt: skip
_NAMES_OF_THEIR_OWN = (("vocabulary",), ("rule", "rows"), ("rule", "columns"))
_TRUTH = {
    **dict.fromkeys(("是", "真", "对", "有", "要", "开", "yes", "on", "true", "真的"), "true"),
    **dict.fromkeys(("否", "假", "不", "无", "不要", "不是", "关", "no", "off", "false"), "false"),
}


def key_for(word: str, header: tuple[str, ...]) -> str:
    """The key of a table (by the names of its header) that a Chinese word stands for; "" when it is not known."""
    return known_key(word, table_keys(header)) or ""


def known_key(word: str, known: Collection[str]) -> str | None:
    """Which of the known keys a Chinese word stands for."""
    return next((key for key in _KEYS.get(word.strip(), ()) if key in known), None)


@cache
def header_for(word: str) -> str:
    """The table header that a Chinese one stands for; "" when it is not known."""
    return _HEADERS.get(word.strip(), "")


def names_its_keys(header: tuple[str, ...]) -> bool:
    """Whether the keys of a table are names that the author gives, in any language."""
    return header in _NAMES_OF_THEIR_OWN


def truth(word: str) -> str | None:
    """`true` or `false` for a word that says so in another way."""
    return _TRUTH.get(word.strip().lower())
