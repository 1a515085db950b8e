"""What `qingdan checklist diff` says."""

import json
from collections import Counter
from datetime import date
from typing import Any

from lint.cli.codes import CLEAN, FOUND, WRONG
from lint.cli.streams import send, show, tell
from lint.compare import NOT_ASKED, Change, Difference, differences
from lint.render.console import safe
from lint.render.words import STATUS_WORD
from lint.run import Choices
from lint.select import select


def diff(old: str, new: str, paths: tuple[str, ...], form: str, today: date) -> int:
    """The exit code: 1 where something is newly failing. Raises ChecklistError."""
    selection = select(paths)
    found = differences(old, new, selection.files, Choices(today))
    for failure in selection.failures:
        tell(f"{failure.path}：{failure.message}")
    if form == "json":
        send(json.dumps(_data(old, new, found), ensure_ascii=False, indent=2) + "\n")
    else:
        for one in found:
            if not one.same:
                show(_report(one))
        show(_summary(found))
    if selection.failures or any(one.failures for one in found) or not found:
        return WRONG
    return FOUND if any(change.worse for one in found for change in one.changes) else CLEAN


def _report(one: Difference) -> str:
    lines = [f"■ {safe(one.path)}"]
    lines += [f"  {safe(message)}" for message in one.failures]
    lines += [
        f"  {_kind(change)}：{safe(change.element)} {safe(change.title)}（{_step(change)}）" for change in one.changes
    ]
    lines += [f"  新报：{safe(message)} [{safe(rule)}]" for rule, message in one.came]
    lines += [f"  不再报：{safe(message)} [{safe(rule)}]" for rule, message in one.went]
    return "\n".join(lines) + "\n"


def _summary(found: list[Difference]) -> str:
    changes = [change for one in found for change in one.changes]
    worse, better = (Counter(c.element for c in changes if c.worse), Counter(c.element for c in changes if c.better))
    done = [one for one in found if one.compared]
    failed = f"没有比成 {len(found) - len(done)} 份。" if len(done) < len(found) else ""
    if found and not done:
        return "一份也没有比成，什么也没有比较。\n"
    lines = [
        f"{failed}共比较 {len(done)} 份：{sum(not one.same for one in done)} 份的结果有变；"
        f"要素变差 {sum(worse.values())} 处、变好 {sum(better.values())} 处；"
        f"文字规则新报 {sum(len(one.came) for one in found)} 处、不再报 {sum(len(one.went) for one in found)} 处。"
    ]
    for label, counted in (("变差", worse), ("变好", better)):
        if counted:
            lines.append(f"  {label}最多的要素：" + "、".join(f"{safe(k)} {n} 份" for k, n in counted.most_common(10)))
    return "\n".join(lines) + "\n"


def _kind(change: Change) -> str:
    if change.old == NOT_ASKED:
        return "新增"
    if change.new == NOT_ASKED:
        return "不再查"
    return "变差" if change.worse else "变好" if change.better else "改变"


def _step(change: Change) -> str:
    old, new = ("不查" if status == NOT_ASKED else STATUS_WORD[status] for status in (change.old, change.new))
    return f"{old} → {new}"


def _data(old: str, new: str, found: list[Difference]) -> dict[str, Any]:
    return {
        "old": old,
        "new": new,
        "reports": [
            {
                "path": one.path,
                "failures": list(one.failures),
                "elements": [
                    {
                        "id": c.element,
                        "title": c.title,
                        "old": c.old,
                        "new": c.new,
                        "worse": c.worse,
                        "better": c.better,
                    }
                    for c in one.changes
                ],
                "came": [{"rule": rule, "message": message} for rule, message in one.came],
                "went": [{"rule": rule, "message": message} for rule, message in one.went],
            }
            for one in found
        ],
        "worse": dict(sorted(Counter(c.element for one in found for c in one.changes if c.worse).items())),
        "better": dict(sorted(Counter(c.element for one in found for c in one.changes if c.better).items())),
    }
