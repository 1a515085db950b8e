"""Furniture of web pages around and inside the report; the title of the page printed beside the report's own."""

from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.regions import Stretch
from lint.checks.rules.say import Speaker, finding
from lint.document.lazy import lazy
from lint.document.report import Report

_BACK = lazy(
    r"^(?:扫一扫|〔?(?:打印|关闭|收藏|返回顶部|分享到?|字体|大|中|小)(?:本页|窗口|此页)?〕?(?:$|[：|])|打印关闭|分享到|上一[篇条]|下一[篇条]|责任编辑|编辑：|审核：|版权所有|"
    r"主办单位|承办单位|网站标识码|备案号|.{0,4}ICP备|.{0,8}公网安备|相关(?:链接|文档|附件|信息|稿件|词条|新闻|阅读)|热门词条|仅展示|本文来源|来源：|浏览次数|您是第|"
    r"网站地图|联系我们|隐私声明)"
)
# The head of an official document above its title: who issues it, who signs it, its number, how urgent it is.
_RED_HEAD = lazy(
    r"^(?:[^，。；：]{4,40}(?:文件|函)|签发人：.{0,12}|会签人：.{0,20}|[^\u4e00-\u9fffA-Za-z0-9]{2,}|[0-9]{4,8}|(?:特急|加急|平急|急件)"
    r"|(?:机密|秘密|绝密|内部资料|内部文件).{0,10}|[★☆])$"
)
MAX_PLACE = 40


def web(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    """One finding for all furniture, one for a title printed twice."""
    front, text = report.front, report.text
    twice = {span.start for span in front.duplicate_titles}
    lines = [
        (span.start, span.end)
        for span in front.furniture
        if span.start not in twice and span.start < span.end and not _RED_HEAD.match(text[span.start : span.end])
    ]
    last = max([front.body_end, *(span.end for span in (front.signature, front.date_span) if span)])
    for paragraph in report.paragraphs:
        words = text[paragraph.start : paragraph.end]
        if paragraph.start >= last and _BACK.match(words):
            lines.append((paragraph.start, paragraph.end))
    found = []
    if lines:
        places = [_cut(report.source(*line)) for line in lines]
        found.append(
            finding(
                rule,
                f"正文前后残留了网页上的信息栏、按钮等{len(places)}行，不是报告的内容，请删去。",
                places,
                severity="warning",
            )
        )
    if front.duplicate_titles:
        places = [_cut(report.source(span.start, span.end)) for span in (*front.duplicate_titles, *front.title_lines)]
        found.append(finding(rule, "标题印了不止一次，疑为网页标题残留，请只留一个。", places, severity="warning"))
    return found


def _cut(place: SourceSpan) -> SourceSpan:
    return place[0], min(place[1], place[0] + MAX_PLACE)
