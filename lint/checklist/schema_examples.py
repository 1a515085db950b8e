"""One example of each key of a checklist, for the schema: an editor shows it where a description is not enough.

Keys are looked up as "Table.key", then "key"; keys with an enumeration, truth values and `名称+` need no entry.
"""

from collections.abc import Mapping
from typing import Any

_REMEDY = {"text": "写明时间、会议和解决的问题。", "sample": "〔　〕月〔　〕日，镇长办公会议听取水利工作汇报。"}
_ELEMENT = {
    "id": "E1",
    "kind": "phrase",
    "title": "听取汇报",
    "group": "工作情况",
    "severity": "error",
    "met": "写明了听取汇报",
    "thin": "只提到听取汇报，没有写次数",
    "absent": "没有写听取汇报",
    "remedy": _REMEDY,
    "done": ["听取…汇报#次"],
}
_TERM = {"right": "河长制", "wrong": ["河长治"]}
_EXAMPLE = {"text": "全年听取水利工作汇报2次。", "role": "measures", "expect": "met"}
_ROLE = {"title": "做法和成效", "heading": ["(做法|成效)"], "standing": "done"}
_TOPIC = {"name": "人手", "words": ["(人手|力量|编制)", "招录"]}
_EVENT = {"name": "某法", "pattern": ["《?某法》?"], "since": "2024-06-01"}
_PROMISE = {"label": "原因", "heading": ["原因"], "body": ["(原因|由于|因为)"]}
_FONT = {"part": "正文", "called": "仿宋体", "names": ["仿宋*"], "size": 16}

EXAMPLES: Mapping[str, Any] = {
    # 清单
    "checklist": {"id": "shuili-town", "title": "乡镇水利工作年度报告", "version": "2026.1"},
    "id": "E1",
    "Identity.id": "shuili-town",
    "Basis.id": "shuifa-5",
    "title": "听取汇报",
    "Identity.title": "乡镇水利工作年度报告",
    "Basis.title": "中华人民共和国水法",
    "Recognise.title": ["水利…工作…报告"],
    "Role.title": "做法和成效",
    "version": "2026.1",
    "extends": "common",
    "extends-version": "2026.1",
    "extends-sha256": "0" * 64,
    "years-from": 2021,
    "years-to": 2026,
    "recognise": {"title": ["水利…工作…报告"]},
    "Recognise.text": ["水利工作…报告如下"],
    "not-title": ["(通知|方案)$"],
    "subject": "水利工作",
    "FrontElement.subject": ["水利(工作|建设)"],
    "limits": ["不核实报告所写是否属实"],
    "remove": ["E7"],
    "groups": ["基本要素", "工作情况"],
    # 依据
    "basis": ["shuifa-5"],
    "ChecklistFile.basis": [{"id": "shuifa-5", "title": "中华人民共和国水法", "rank": "法律法规"}],
    "number": "国办发〔2020〕1号",
    "article": "第五条",
    "wording": "（照抄条文原文）",
    "paraphrase": "县级以上人民政府加强水利基础设施建设，并纳入本级规划。",
    "in-force-from": "2016-07-02",
    "in-force-to": "2026-12-31",
    "street-note": "街道办事处是派出机关，参照适用",
    # 词表、提示词、作用、问题链
    "vocabulary": {"会议": ["党委会议", "镇长办公会议"]},
    "cues": {"planned": ["将", "拟"]},
    "PrivacyRule.cues": ["当事人", "申请人"],
    "roles": {"measures": _ROLE},
    "heading": ["(做法|成效)"],
    "Promise.heading": ["原因"],
    "not-heading": ["(下一步|明年)"],
    "lead": ["^一年来"],
    "standing": ["done"],
    "under": ["measures"],
    "begins-in": ["shortcomings"],
    "chain": {"shortcomings": "shortcomings", "causes": "causes", "cause-cues": ["原因是"]},
    "shortcomings": "shortcomings",
    "causes": "causes",
    "rectification": "rectification",
    "plan": "plan",
    "cause-cues": ["(主要)?原因是", "由于"],
    "rectification-cues": ["已(补|改|建)"],
    "plan-cues": ["明年…将"],
    "topic": [_TOPIC],
    "name": "人手",
    "Event.name": "某法",
    "words": ["(人手|力量|编制)", "招录"],
    # 要素
    "element": [_ELEMENT],
    "group": "工作情况",
    "met": "写明了听取汇报",
    "thin": "只提到听取汇报，没有写次数",
    "absent": "没有写听取汇报",
    "remedy": _REMEDY,
    "text": "写明时间、会议和解决的问题。",
    "Example.text": "全年听取水利工作汇报2次。",
    "sample": "〔　〕月〔　〕日，镇长办公会议听取水利工作汇报。",
    "short": "汇报",
    "question": "这次会议是不是专门研究水利工作？",
    "na": ["(没有|无)水库"],
    "na-reason": "报告说明没有水库",
    "posts": ["(镇长|书记)"],
    "posts-reason": "报告人不是主要负责人",
    "example": [_EXAMPLE],
    "done": ["听取…汇报#次"],
    "named": ["听取…汇报"],
    "follows": ["(全年|先后)?(议定|协调)事项#项"],
    "none": ["未发生…(事故|险情)"],
    "not": ["计划…听取"],
    "review": ["参加…汇报会"],
    "done-regex": ["听取.{0,12}汇报[0-9]+次"],
    "where": ["measures"],
    "belongs": ["responsible", "measures"],
    "count": 1,
    "role": "measures",
    "year": 2025,
    "finds": ["河长治"],
    "chars": 30,
    "items": 2,
    "item-chars": 12,
    "explicit": ["(主要)?原因是"],
    "passage": ["存在…不足"],
    "passage-chars": 60,
    "lacks": ["由于"],
    "acts": ["^(新增|配备|组织)"],
    "vague": ["有待(加强|提高)"],
    "others": ["^各(村|站所)"],
    "empty": ["进一步加强"],
    "backed-by": ["E2"],
    "genre": ["(报告|总结)$"],
    "formula": ["现将…报告如下"],
    "recipients": ["县人民政府"],
    "offset": 1,
    "relative": ["(下一步|明年)"],
    "at-least": 3,
    "thin-from": 1,
    "table": "income",
    # 文字规则
    "rule": [{"id": "terms", "kind": "term", "title": "规范名称", "severity": "warning", "term": [_TERM]}],
    "message": "这里的数据请核对。",
    "promise": [_PROMISE],
    "body": ["(原因|由于|因为)"],
    "label": "原因",
    "plan-role": "plan",
    "level-words": ["我县(印发|制定)"],
    "level-suggestion": "本镇",
    "term": [_TERM],
    "titles": ["中华人民共和国水法"],
    "right": "河长制",
    "wrong": ["河长治"],
    "unless": ["原名"],
    "note": "见水利部文件",
    "event": [_EVENT],
    "pattern": ["《?某法》?"],
    "since": "2024-06-01",
    "patterns": ["请(批准|批复)"],
    "ResidueRule.patterns": ["第[0-9]+页共[0-9]+页"],
    "allow": ["家家户户"],
    "leads": ["充分", "进一步"],
    "begun": ["发挥扬布展动", "维护权持"],
    "adverbs": ["有效", "较好"],
    "only-adverbs": ["为了更好"],
    "verbs": ["减少", "完成"],
    "surnames": "赵钱孙李",
    "date": "03-01",
    "published": "04-01",
    "paper-width": 210,
    "paper-height": 297,
    "margin-top": 37,
    "margin-bottom": 35,
    "margin-left": 28,
    "margin-right": 26,
    "tolerance": 1.0,
    "line-from": 26,
    "line-to": 30,
    "indent": 2,
    "font": [_FONT],
    "called": "收支情况表",
    "Font.called": "仿宋体",
    "names": ["仿宋*", "FangSong*"],
    "size": 16,
    "has": ["收入", "支出"],
    "rows": {"收入": ["收入"], "支出": ["支出"]},
    "columns": {"合计": ["合计"]},
    "each-column": ["结余 = 收入 - 支出"],
    "each-row": ["合计 = 上半年 + 下半年"],
    "optional": ["结余"],
    "decimals": ["收入"],
}


def example_of(table: str, key: str, value: Mapping[str, Any]) -> Any:
    """The example of a key of a table, whose schema is `value`; None when there is none."""
    base = key.rstrip("+")
    for name in (f"{table}.{base}", base):
        if name in EXAMPLES and "enum" not in value:
            return _one(EXAMPLES[name], value)
    if "enum" in value:
        return value["enum"][0]
    if value.get("type") == "boolean":
        return not value.get("default", False)
    items = value.get("items", {})
    return [items["enum"][0]] if "enum" in items else None


def _one(example: Any, value: Mapping[str, Any]) -> Any:
    """The entry for a key may be a list where the key takes one string, or the other way round."""
    if value.get("type") == "array" and not isinstance(example, list):
        return [example]
    if value.get("type") == "string" and isinstance(example, list):
        return example[0]
    return example
