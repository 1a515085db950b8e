"""A small checklist and reports of an invented township."""

CHECKLIST = """\
[checklist]
id = "small"
title = "安全工作年度报告"
version = "1"
subject = "安全工作"
kinds = ["乡", "镇"]
years-from = 2020
groups = ["总体"]

[checklist.recognise]
title = ["安全工作…报告"]

[roles.opening]
title = "开头"
standing = "announced"

[roles.measures]
title = "举措成效"
heading = ["(主要)?举措", "做法"]
fallback = true

[roles.plan]
title = "下一年安排"
heading = ["(下一步|明年)…安排"]
standing = "planned"

[[element]]
id = "F1"
kind = "phrase"
title = "听取汇报"
group = "总体"
severity = "error"
met = "写明了听取汇报"
thin = "只点到听取汇报"
absent = "没有写听取汇报"
done = ["会议…听取…汇报"]
named = ["汇报制度"]

[element.remedy]
text = "写明会议和次数。"

[[element.example]]
text = "专题会议听取安全工作汇报3次。"
expect = "met"

[[element.example]]
text = "明年拟召开会议听取汇报。"
role = "plan"
expect = "thin"

[[rule]]
id = "W1"
kind = "wording"
title = "夹带请示"
severity = "warning"
patterns = ["请…拨款"]

[[rule.example]]
text = "请县政府拨款10万元。"
finds = ["请县政府拨款"]

[[rule.example]]
text = "全年拨款10万元。"
clean = true
"""

TITLE = "青禾镇人民政府关于2024年安全工作情况的报告\n"
GOOD = TITLE + "一、主要举措\n专题会议听取安全工作汇报3次。\n二、下一步安排\n2025年将继续排查隐患。\n"
BAD = TITLE + "一、主要举措\n全年排查隐患12处。\n二、下一步安排\n2025年将继续排查隐患。\n"
ASKING = GOOD + "请县政府拨款10万元。\n"
OTHER = "青禾镇运动会秩序册\n一、开幕式\n各村代表队入场。\n"
