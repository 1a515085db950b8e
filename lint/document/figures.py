"""Figures with their units: numbers that count something. Years, dates, numbers of documents, articles and headings,
parts of fixed phrases (四个意识, 十四五规划, 12345热线) are none."""

import re

from lint.document.lazy import lazy
from lint.document.numerals import parse_numeral
from lint.document.report import Figure
from lint.document.stretches import Stretches

_UNITS = "|".join(
    sorted(
        [
            "人次",
            "场次",
            "批次",
            "车次",
            "次",
            "件",
            "起",
            "人",
            "名",
            "位",
            "场",
            "份",
            "期",
            "条",
            "个",
            "项",
            "户",
            "家",
            "处",
            "本",
            "册",
            "台",
            "套",
            "部",
            "块",
            "篇",
            "幅",
            "面",
            "例",
            "宗",
            "张",
            "辆",
            "支",
            "对",
            "公里",
            "平方米",
            "亩",
            "吨",
            "万元",
            "亿元",
            "元",
            "课时",
            "学时",
            "小时",
            "天",
            "余次",
            "余件",
            "余人",
            "余份",
            "%",
            "个百分点",
            "轮",
            "类",
            "宣讲",
            "卷",
            "案",
            "座",
            "间",
            "栋",
            "座次",
            "篇次",
            "条次",
            "户次",
        ],
        key=len,
        reverse=True,
    )
)
_ARABIC = lazy(
    rf"(?P<about>约|近|超过?|逾|共计?|达|累计)?(?<![0-9])(?P<number>[0-9]+(?:[，,][0-9]{{3}})*(?:\.[0-9]+)?)(?P<more>余|多|几)?(?P<scale>万|亿|千|百)?(?P<more2>余|多)?(?P<unit>{_UNITS})(?P<above>以上|左右)?"
)
_CHINESE = lazy(
    r"(?<![第一二三四五六七八九十百千])(?P<number>[一二两三四五六七八九十百千]+)(?P<more>余|多)?(?P<unit>人次|场次|次|件|起|名|场|份|期|户|家|处|台|人)(?![一二三四五六七八九十制项组是民员长体])"
)
_SCALE = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def find_figures(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """The figures of text[start:end], in order. A Chinese 一 that only means "a" (一次, 一件 in 第一次, 一件事) counts
    only behind a word of counting; approximate ones keep the word that says so."""
    found: list[Figure] = []
    for match in _ARABIC.finditer(text, start, end):
        before = text[max(start, match.start("number") - 8) : match.start("number")]
        if re.search(r"(?:第|[0-9a-zA-Z.-]|-)$", before):
            continue
        value = float(match["number"].replace("，", "").replace(",", "")) * _SCALE.get(match["scale"] or "", 1)
        about = match["about"] if match["about"] in ("约", "近", "超", "超过", "逾") else ""
        found.append(
            Figure(
                match.start("number"),
                match.end(),
                value,
                match["unit"],
                about or match["more"] or match["more2"] or match["above"] or "",
                match["number"],
            )
        )
    taken = Stretches((f.start, f.end) for f in found)
    for match in _CHINESE.finditer(text, start, end):
        counted = parse_numeral(match["number"])
        if counted is None or (
            counted == 1
            and not re.search(
                r"(?:聘请?|聘用|配备|开展|召开|举办|组织|制定|设立|共|累计)[^，。；]{0,10}$",
                text[max(start, match.start() - 14) : match.start()],
            )
        ):
            continue
        if taken.touch(*match.span()):
            continue
        found.append(
            Figure(match.start(), match.end(), float(counted), match["unit"], match["more"] or "", match["number"])
        )
    return tuple(sorted(found, key=lambda f: f.start))
