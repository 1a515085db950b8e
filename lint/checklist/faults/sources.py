"""Legal sources that are not yet what a reader may be shown: left to be filled in, named with the marks that the pages
add themselves, or used by nothing."""

import re
from collections.abc import Iterator

from lint.checklist.extend import Layer
from lint.checklist.faults.complaints import Complaint
from lint.checklist.faults.names import rows, table
from lint.checklist.strings import strings

_SHOWN = ("title", "number", "article", "wording", "paraphrase")
_UNFILLED = re.compile(r"（请.*）|.*(?:待填|待补充?)\s*|[×xX某〇＊*?？…._\s]+|.*〔　?〕.*", re.DOTALL)
_MARKED = re.compile(r"《[^《》]*》")
_CUSTOM = "惯例"  # the name of a custom is shown as it is
_FILL = {
    "title": "写文件的全称，不加书名号",
    "paraphrase": "写这一条的大意；见过原文的，删去 paraphrase，另写 wording",
}


def unready(layer: Layer) -> Iterator[Complaint]:
    """What the sources of the layer's own file still lack; all of level 提示."""
    data, own = layer.data, layer.files[0]
    used = {name for _, name, stands in strings(data) if stands == "basis"}
    lent = table(data, "checklist").get("abstract")  # others may use them
    for number, row in enumerate(rows(data, "basis")):
        path, name = ("basis", number), row.get("id")
        if not isinstance(name, str) or layer.place((*path, "id"))[0] is not own:
            continue
        for key in _SHOWN:
            value = row.get(key)
            if isinstance(value, str) and value and _UNFILLED.fullmatch(value):
                what = _FILL.get(key, "没有就删去这一行")
                message = f"依据“{name}”的 {key} 还没有填，指南和结果里会照印：请{what}"
                yield Complaint((*path, key), message, None, 0, "提示")
        title = row.get("title")
        if isinstance(title, str) and _MARKED.fullmatch(title.strip()) and row.get("rank") != _CUSTOM:
            message = f"依据的名称不加书名号（显示时会加上），请写“{title.strip()[1:-1]}”"
            yield Complaint((*path, "title"), message, None, 0, "提示")
        if name not in used and not lent:
            message = f"没有要素、规则用到依据“{name}”：请写进要用它的要素的 basis，或者删去它"
            yield Complaint(path, message, level="提示")
