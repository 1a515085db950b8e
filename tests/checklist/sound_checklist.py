"""A small checklist with nothing wrong, which tests break or extend."""

SOUND = """\
[checklist]
id = "base"
title = "示例清单"
version = "1"
groups = ["总体"]

[[basis]]
id = "law"
title = "某法"
rank = "法律法规"
paraphrase = "政府听取工作汇报。"

[[basis]]
id = "notice"
title = "某通知"
rank = "政策文件"
paraphrase = "列出措施。"

[vocabulary]
"法律顾问" = ["法律顾问", "公职律师"]
"会议" = ["党委会议", "专题会议"]

[cues]
planned = ["将", "拟"]

[roles.measures]
title = "举措"
heading = ["举措"]
lead = ["一年来"]

[roles.plan]
title = "安排"
heading = ["安排"]
standing = "planned"

[[element]]
id = "F1"
kind = "phrase"
title = "听取汇报"
group = "总体"
severity = "error"
basis = ["law"]
met = "写明了。"
thin = "只点到。"
absent = "应当写明。"
where = ["measures"]
done = ["{会议}…听取…汇报"]

[element.remedy]
text = "写明时间和会议。"

[[element.example]]
text = "专题会议听取工作汇报。"
expect = "met"

[[element]]
id = "F2"
kind = "count"
title = "措施"
group = "总体"
severity = "warning"
basis = ["law"]
met = "够。"
thin = "少。"
absent = "无。"
what = "measures"
at-least = 3
role = "plan"
remedy = { text = "写三条。", sample = "一是〔　〕。" }
example = [{ text = "一是甲。", expect = "thin" }]

[[rule]]
id = "R1"
kind = "term"
title = "规范名称"
basis = ["notice"]
severity = "warning"

[[rule.term]]
right = "行政复议"
wrong = ["行政复意"]

[[rule.term]]
right = "法治建设"
wrong = ["法制建设"]
"""
