"""Names of other townships in the issuer's own place: in the signature, as the body that acts, as a slip of the pen."""

from collections.abc import Iterator

from lint.checklist.model import IssuerRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.issuer_others import acting, wrong_kind
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, furniture, listed, printed, sentence_around
from lint.document import report as r
from lint.document.lazy import lazy
from lint.document.stretches import Stretches

_KIND = r"(?:街道|乡|镇)"
_NAME = lazy(rf"^(.+?)({_KIND})$")
_ORGAN = (
    r"(?:人民政府|政府|党委|党工委|办事处|党政|机关|综治中心|综合行政执法|综合执法|便民服务中心|平安法治|党群服务中心"
    r"|人大主席团|纪委|人民调解委员会|调委会|矛盾纠纷|社会治安)"
)
_ACTS = lazy(rf"(?:[乡镇]|街道)(?={_ORGAN})")
_LONGEST = 4  # characters of a name without its kind
_SIGNED = lazy(rf"[\u4e00-\u9fff]{_KIND}(?=人民政府|政府|党委|委员会|党工委|工作委员会|办事处|$)")
_OWN_NAME = lazy(rf"(?:^|(?<=[，。；\n]))([\u4e00-\u9fff]{{2,3}}{_KIND})(?=在|坚持|党委|认真|深入|以|人民政府|紧)")
_SLIP_BEFORE = lazy(r"(?:与|和|同|、|向|赴|到|往|至|联合|会同|邻|协助|支援|来自|原)$")
_SLIP_AFTER = lazy(
    r"(?:[乡镇]|街道)(?=人民政府|政府|党委|党工委|机关|[^，。；、]{2,12}领导小组|20[0-9]{2}年|办事处|依法治理)"
)
# A word before 镇 is a name, not a verb (提交镇党委), when it ends as names of places do: water, hills, trees, houses.
_TOPONYM = lazy(
    r"[江河湖溪泉沟湾塘坝潭涧浜泾淀浦港渡洲滩岛屿洼洋川山岭坪坡峰峪崖岩石沙坳垭垴坑垄埂垌畈圩"
    r"阳平华兴隆宁昌盛福仁义荣泰丰祥瑞云龙凤林桐柏松杨柳桑梅桃槐榆枫竹樟莲荷兰桂橙枣庄寨堡屯村店铺桥楼阁亭寺庙塔井陵墟埠墩陂埔郢]$"
)
_LEADING = "在由以对为把将从是让请经于了的给按使令"  # 在河镇 for 小河镇 is 在 + 河镇
_NO_NAME = lazy(r"[我本全各该两等邻县市区省乡镇村城和与及其他外某每]|周边|兄弟|先进|有关|相关")
_TOGETHER = lazy(
    r"联合|联动|联席|协作|协同|配合|共同|会同|[与和同]我|[与和同]本|交流|学习|考察|观摩|邻|交界|结对|移交|来我|来本|帮扶|应邀|受邀|授课|讲课"
)


def other_names(context: Context, rule: IssuerRule) -> list[Finding]:
    """Findings for a signature of another township, another township acting, and the own name misspelt."""
    report = context.report
    place = report.front.place or _first_name(report)
    named = _NAME.match(place)
    if not named:
        return []
    found = _signature(context, rule)
    places: dict[str, Spans] = {}
    slips: dict[str, Spans] = {}
    outside = Stretches([*furniture(report), *cited_titles(report.text)])
    for start, end in _slips(report, named[1], named[2]):
        if not outside.hold(start, end):
            slips.setdefault(report.text[start:end], []).append((start, end))
    doubtful: set[str] = set()
    if _is_certain(report):
        certain = sorted({*_actors(report), *wrong_kind(report, named[1], named[2])})
        for start, end in certain:
            name = report.text[start:end]
            if not outside.hold(start, end) and name not in slips:
                places.setdefault(name, []).append((start, end))
        for start, end in acting(report, place, _is_name):
            name = report.text[start:end]
            if not outside.hold(start, end) and name not in slips and (start, end) not in certain:
                doubtful.update({name} - places.keys())
                places.setdefault(name, []).append((start, end))
    for spans in slips.values():
        words = listed(printed(context, *span) for span in spans)
        message = f"{words}疑为“{place}”之误，请核对；如果是别的乡镇，请写明关系。"
        sources = [report.source(*span) for span in spans]
        found.append(finding(rule, message, sources, severity="warning"))
    for name, spans in places.items():
        words = listed(printed(context, *span) for span in spans)
        message = f"{words}不是本报告的发文机关（{report.front.place}），请核对是否套用了别处的文字。"
        severity = "warning" if name in doubtful else "error"
        found.append(finding(rule, message, [report.source(*span) for span in spans], severity=severity))
    return found


def _is_name(stem: str) -> bool:
    """Whether the word before 乡, 镇, 街道 is the name of a place, as far as its last character can tell."""
    return _TOPONYM.search(stem) is not None and not _NO_NAME.search(stem)


def _first_name(report: r.Report) -> str:
    """How the first sentence calls the issuer, when neither title nor signature does."""
    begin = report.front.body_start
    match = _OWN_NAME.search(report.text, begin, begin + 80)
    return match[1] if match and not _NO_NAME.search(match[1][:-1]) else ""


def _is_certain(report: r.Report) -> bool:
    """Whether title or signature, and not only the body, names the place."""
    front = report.front
    spans = [span for span in (front.title, front.signature) if span]
    return any(front.place in report.text[span.start : span.end] for span in spans)


def _signature(context: Context, rule: IssuerRule) -> list[Finding]:
    """A signature whose township is another one than the title's. With or without the county is no difference."""
    report = context.report
    title, signature = report.front.title, report.front.signature
    if not title or not signature:
        return []
    place = report.front.place
    top, bottom = report.text[title.start : title.end], report.text[signature.start : signature.end]
    if place not in top or place in bottom or not _SIGNED.search(bottom):
        return []
    message = f"落款写的是“{bottom}”，标题写的是“{place}”，两处机关名称应一致，请核对。"
    return [finding(rule, message, [report.source(signature.start, signature.end)], severity="error")]


def _actors(report: r.Report) -> Iterator[tuple[int, int]]:
    """Other townships whose bodies act where the report tells what was done."""
    place = report.front.place
    for match in _ACTS.finditer(report.text, report.front.body_start, report.front.body_end):
        furthest = max(0, match.start() - _LONGEST - 1)
        start = max(report.text.rfind(mark, furthest, match.start()) + 1 for mark in "，。；：！\n") or furthest
        name = report.text[start : match.end()]
        if not 2 <= match.start() - start <= _LONGEST:
            continue
        stem = _NAME.match(name)
        if not stem or not _is_name(stem[1]):
            continue
        if name.endswith(place) or name in place:
            continue
        index = report.clause_index(start)
        if index is None:
            continue
        clause = report.clauses[index]
        sentence = report.sentences[clause.sentence]
        if clause.standing != r.DONE or _TOGETHER.search(report.text, sentence.start, sentence.end):
            continue
        yield start, match.end()


def _slips(report: r.Report, name: str, kind: str) -> Iterator[tuple[int, int]]:
    """The own name with one character changed, in the place of the own name; a neighbour may be called almost alike,
    so it must be rare and the own name frequent."""
    text = report.text
    if len(name) < 2 or name + kind not in text or text.count(name) < 2:
        return
    for match in _SLIP_AFTER.finditer(text):
        if match[0] != kind:
            continue
        start = match.start() - len(name)
        near = text[max(start, 0) : match.start()]
        changed = [at for at, (one, other) in enumerate(zip(near, name, strict=False)) if one != other]
        if len(near) != len(name) or len(changed) != 1 or not "\u4e00" <= near[changed[0]] <= "\u9fff":
            continue
        if text.count(near + kind) > 2 or _NO_NAME.search(near):
            continue
        if _SLIP_BEFORE.search(text[max(0, start - 2) : start]):
            continue
        sentence = sentence_around(report, start)
        if _TOGETHER.search(text, sentence.start, sentence.end):
            continue
        if not (changed[0] == 0 and near[0] in _LEADING):
            yield start, match.end()
