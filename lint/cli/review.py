"""`qingdan review`."""

import os
from datetime import date

import click

from lint.cli.chinese import Command
from lint.cli.values import day, year

_WORDS = ("agree", "disagree", "waive", "met", "unmet", "undo")


@click.command(
    cls=Command,
    options_metavar="[选项]…",
    short_help="记下复核意见，下一稿检查时沿用",
    epilog="\b\n例：\n  qingdan review 报告.docx                  看编号和已有的意见\n"
    "  qingdan review 报告.docx F1 --disagree --reason 第三部分写了 \\\n"
    "    --office 县司法局\n"
    "  qingdan review 报告.docx sums.1 F9 --undo\n"
    "  qingdan review 反馈单.docx --office 县司法局   把反馈单上的勾选一次记下\n\n"
    "\b\n意见记在报告旁边的 复核.toml 里，qingdan check 会自动套用。\n"
    "同一份报告指同一单位、同一年度、同一份清单；\n改文件名、挪段落、改序号都不影响。\n"
    "结论变了、那一处改好了、过了有效期，意见就不再适用，\n检查时会列出来。\n\n"
    "\b\n退出码：\n  0  看过了，或者都记下了\n  2  用法不对、文件没有读成、有没记下的",
)
@click.argument("targets", nargs=-1, required=True, metavar="报告 [编号…]  或  反馈单…")
@click.option("--agree", is_flag=True, help="同意这一条")
@click.option("--disagree", is_flag=True, help="不同意（要写理由和单位），检查时不再提示")
@click.option("--waive", is_flag=True, help="可以保留（要写理由和单位），检查时不再提示")
@click.option("--met", is_flag=True, help="回答待核的要素：已写明（要写单位）")
@click.option("--unmet", is_flag=True, help="回答待核的要素：未写明（要写单位），检查时列为问题")
@click.option("--undo", is_flag=True, help="删去已有的意见")
@click.option("--reason", metavar="TEXT", default="", help="理由")
@click.option("--office", metavar="TEXT", default="", help="由哪个单位复核，如 县司法局")
@click.option("--by", metavar="TEXT", default="", help="复核人")
@click.option("--date", "given", type=day, metavar="YYYY-MM-DD", help="复核日期；不写则为“今天”")
@click.option("--until", type=day, metavar="YYYY-MM-DD", help="有效期至哪一天（含）；不写则一直有效")
@click.option("--file", "side", metavar="FILE", help="\b\n记在哪个文件里；不写则用配置里的，\n或者报告旁边的 复核.toml")
@click.option("--checklist", metavar="NAME|FILE", help="用哪份清单；不写则由报告自己决定")
@click.option("--year", "report_year", type=year, metavar="YEAR", help="报告年度；不写则从报告里认")
@click.option("--today", type=day, metavar="YYYY-MM-DD", help="以哪一天为“今天”；不写则为当天")
@click.option("--encoding", metavar="NAME", help="文本、网页文件的编码，如 gb18030")
@click.option("--layout", is_flag=True, help="连版式一起查，只对 Word 文件")
@click.option("--ocr", is_flag=True, help="识别扫描件里的文字（要另装识别组件）")
@click.option("--config", metavar="FILE", help="用这个配置文件")
@click.option("--no-config", is_flag=True, help="不用配置文件")
@click.option("--debug", is_flag=True, help="程序内部出错时显示详情")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    targets: tuple[str, ...],
    reason: str,
    office: str,
    by: str,
    given: date | None,
    until: date | None,
    side: str | None,
    checklist: str | None,
    report_year: int | None,
    today: date | None,
    encoding: str | None,
    layout: bool,
    ocr: bool,
    config: str | None,
    no_config: bool,
    debug: bool,
    **words: bool,
) -> None:
    """\b
    记下复核意见：对要素和问题同意、不同意、可以保留，
    对待核的要素回答已写明、未写明；只写报告则列出编号和已有的意见。
    也可以读回在 Word 里勾选过的反馈单。
    """
    from lint.cli.policies import Chosen, Where, settings  # noqa: PLC0415
    from lint.cli.reviewing import Wish, review  # noqa: PLC0415
    from lint.debug import DEBUG  # noqa: PLC0415
    from lint.policy.config import CommandLine  # noqa: PLC0415
    from lint.policy.from_sheet import Said  # noqa: PLC0415
    from lint.run import Choices  # noqa: PLC0415

    if debug:
        os.environ[DEBUG] = "1"
    chosen = [word for word in _WORDS if words[word]]
    if len(chosen) > 1:
        raise click.UsageError(f"一次只能写一种意见，这里写了 {'、'.join(f'--{word}' for word in chosen)}。")
    now = today or date.today()
    day_given = given or now
    if until and until < day_given:
        raise click.UsageError(f"--until（{until}）早于复核日期（{day_given}），意见一记下就过期了。")
    said = Said(office.strip(), by.strip(), reason.strip(), day_given.isoformat(), until.isoformat() if until else "")
    given_here = CommandLine(checklist, report_year, layout, review=side)
    in_force = settings(given_here, targets[:1], Where(config, no_config))
    wish = Wish(chosen[0] if chosen else None, said, in_force.review.said)
    ctx.exit(review(targets, wish, Chosen(in_force, Choices(now, in_force.year().said, encoding, ocr))))
