"""What is not looked at, said once: by the checklist, and for all checklists by the tool."""

from collections.abc import Sequence

_OURS = (
    (("姓名", "人名"), "不核对人名、职务（没有人员库）"),
    (("语病", "错别字", "错字"), "不判断语病（没有语言模型），只查有把握的错误"),
    (("属实",), "不核实事情是否属实"),
)
"""What no checklist looks at, with the words by which a checklist says so itself."""


def limits(given: Sequence[str]) -> list[str]:
    """The sentences of the checklist without their full stops, and those of the tool that it does not say itself."""
    ours = [said for words, said in _OURS if not any(word in one for one in given for word in words)]
    return [*(one.rstrip("。") for one in given), *ours]
