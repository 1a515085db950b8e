"""How a reviewer's verdicts are said: one of them, all of them counted, and those that hold no longer."""

from pathlib import PurePath

from lint.record import shape
from lint.record.terms import REFUTABLE, STATUS_WORD, VERDICT_WORD
from lint.render.words import STATUS_SIGN


def said(verdict: shape.Verdict) -> str:
    """不同意：第二部分写了（县司法局 王某，2025-03-01，有效期至 2025-12-31）."""
    text = VERDICT_WORD[verdict["verdict"]]
    if verdict["reason"]:
        text += f"：{verdict['reason'].rstrip('。')}"
    who = " ".join(part for part in (verdict["office"], verdict["by"]) if part)
    until = f"有效期至 {verdict['until']}" if verdict["until"] else ""
    aside = "，".join(part for part in (who, verdict["date"], until) if part)
    return f"{text}（{aside}）" if aside else text


def counts(reviewed: shape.Reviewed | None) -> str:
    """已套用 复核.toml 的 5 条意见：同意 3、不同意 1、可以保留 1；另有 2 条不再适用. "" where nobody said anything."""
    if reviewed is None:
        return ""
    words = [(word, reviewed[key]) for key, word in VERDICT_WORD.items()]  # type: ignore[literal-required]
    held = sum(count for _, count in words)
    files = "、".join(PurePath(name.replace("\\", "/")).name for name in reviewed["files"])
    refuted = f"（其中 {reviewed['refuted']} 项不同意“满足”或“不适用”）" if reviewed["refuted"] else ""
    asides = {VERDICT_WORD["disagree"]: refuted}
    parts = "、".join(f"{word} {count}{asides.get(word, '')}" for word, count in words if count)
    if not held and not reviewed["lapsed"]:
        return f"{files} 里的意见这次没有用到"
    if not held:
        return f"{files} 里的 {reviewed['lapsed']} 条意见都不再适用"
    lapsed = f"；另有 {reviewed['lapsed']} 条不再适用" if reviewed["lapsed"] else ""
    return f"已套用 {files} 的 {held} 条意见：{parts}{lapsed}"


def lapsed_said(lapsed: shape.Lapsed) -> str:
    """What an earlier verdict was about, what it said, and why it holds no longer."""
    about = f"“{lapsed['about']}”" if lapsed["about"] else ""
    return f"{about}{said(lapsed)}。不再适用：{lapsed['why']}"


def status_said(element: shape.Element) -> tuple[str, str]:
    """The sign and the word of an element's status; of a question that a person has answered, those of the answer."""
    verdict = element["verdict"]
    if element["status"] == "review" and verdict:
        met = verdict["verdict"] == "met"
        return STATUS_SIGN["met" if met else "absent"], f"复核：{VERDICT_WORD[verdict['verdict']]}"
    return STATUS_SIGN[element["status"]], STATUS_WORD[element["status"]]


def is_open(element: shape.Element) -> bool:
    """Whether the element still asks something of a person."""
    return element["status"] == "error" or (element["status"] == "review" and element["verdict"] is None)


def is_refuted(element: shape.Element) -> bool:
    """Whether a reviewer disagrees that the element is met, or that it does not apply."""
    verdict = element["verdict"]
    return element["status"] in REFUTABLE and verdict is not None and verdict["verdict"] == "disagree"
