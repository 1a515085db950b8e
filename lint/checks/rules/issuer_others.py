"""Other townships where only the issuer can stand: its own name with another kind, another name that acts."""

from collections.abc import Callable, Iterator

from lint.document import report as r
from lint.document.lazy import lazy

_BODY = (
    r"人民政府|政府|党委|党工委|办事处|党政|机关|综治中心|综合行政执法|综合执法|执法|司法所|便民服务|平安法治|党群服务|人大|纪[委工]"
    r"|人民调解|调委会|法治|干部|群众|领导班子|全体|[0-9]+个"
)
_ACTS = (
    r"主动|积极|认真|坚持|严格|全面(?!振兴)|深入|充分|始终|切实|高度重视|紧紧|紧扣|围绕|立足|组织|开展|建立|制定|成立|聘请|办理|修订|印发"
    r"|先后|持续|不断|大力|扎实|依托|结合|全年|共[0-9开组办调审举召]|将|把"
)
_ELSE = {  # what follows a name with each of the kinds where that is the issuer's own name written wrongly
    "乡": lazy(r"(?![镇村贤情音亲愁间土道])"),
    "镇": lazy(r"(?![区守定静压痛上])"),
    "街道": lazy(rf"(?={_BODY}|{_ACTS})"),
}
_HISTORY = lazy(r"原|撤|更名|前身|合并|改设|设立|改为|升格|划归|析置")
_BESIDE = lazy(r"邻|交界|联合|联动|协作|[与和同][我本]|与.{0,6}(?:镇|乡|街道)|两(?:地|乡|镇|街道)")
_SELF = lazy(rf"([\u4e00-\u9fff]{{2,3}})(乡|镇|街道)(?={_ACTS})")
_OF_OTHERS = lazy(
    r"[县市区]里|各(?:乡|镇|街道)|全[县市区]|典型|经验|推广|借鉴|通报|排名|第一|反馈|督察|兄弟|周边|相邻|毗邻|交界|联合|联动|联席|协作|协同|配合"
    r"|共同|会同|[与和同][我本]|交流|学习|考察|观摩|结对|移交|来[我本镇乡]|帮扶|应邀|受邀|区域|片区|对方|跨"
)


def wrong_kind(report: r.Report, stem: str, kind: str) -> Iterator[tuple[int, int]]:
    """The issuer's own name with another kind (柳河乡 in the report of 柳河镇)."""
    if len(stem) < 2:
        return
    text, at = report.text, report.text.find(stem, report.front.body_start)
    while 0 <= at < report.front.body_end:
        end = at + len(stem)
        for other, follows in _ELSE.items():
            if other == kind or not text.startswith(other, end) or not follows.match(text, end + len(other)):
                continue
            index = report.sentence_index(at)
            sentence = report.sentences[index] if index is not None else None
            begin, stop = (sentence.start, sentence.end) if sentence else (at, end)
            if not _HISTORY.search(text, begin, stop) and not _BESIDE.search(text, begin, stop):
                yield at, end + len(other)
        at = text.find(stem, end)


def acting(report: r.Report, place: str, is_name: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Another township as the subject of a sentence that tells what was done, and nowhere in the report one to which
    the issuer stands in any relation."""
    text = report.text
    related: dict[str, bool] = {}
    for match in _SELF.finditer(text, report.front.body_start, report.front.body_end):
        start, end = match.span()
        name = match[0]
        if text[start - 1] not in "，。；：！\n" or not is_name(match[1]) or name in place or place in name:
            continue
        index = report.clause_index(start)
        if index is None or report.clauses[index].standing != r.DONE:
            continue
        if name not in related:
            related[name] = any(_related(report, at) for at in _all(text, name))
        if not related[name]:
            yield start, end


def _all(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _related(report: r.Report, at: int) -> bool:
    index = report.sentence_index(at)
    if index is None or report.text[at - 1 : at] in ("与", "和", "同", "、", "向", "赴", "到", "原", "由"):
        return True
    sentence = report.sentences[index]
    return _OF_OTHERS.search(report.text, sentence.start, sentence.end) is not None
