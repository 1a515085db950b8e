"""The words that stand for the values of the record wherever people read them."""

STATUS_WORD = {"met": "满足", "thin": "不充分", "absent": "缺失", "review": "待核", "na": "不适用", "error": "未查成"}
VERDICT_WORD = {"agree": "同意", "disagree": "不同意", "waived": "可以保留", "met": "已写明", "unmet": "未写明"}
REFUTABLE = ("met", "na")
"""Statuses that a reviewer who disagrees holds against the report."""
