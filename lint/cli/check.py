"""`qingdan check`."""

import os
import sys
from dataclasses import replace
from datetime import date
from functools import partial

import click

from lint.cli.chinese import Command
from lint.cli.codes import FAIL_ON
from lint.cli.values import (
    FORMATS,
    TARGETS,
    TIME_LIMIT,
    Target,
    among,
    day,
    filled,
    lines,
    processes,
    seconds,
    target,
    year,
)


@click.command(
    cls=Command,
    options_metavar="[选项]…",
    short_help="检查报告",
    epilog="\b\n例：\n  qingdan check 报告.docx --open\n  qingdan check 各乡镇 --html 体检结果\n"
    "  qingdan check *.docx --format json > 结果.json\n  qingdan check --explain F1 报告.docx\n\n"
    "\b\n退出码：\n  0  查过了，没有达到 --fail-on 的问题\n  1  有达到 --fail-on 的问题\n"
    "  2  用法不对、清单有错、有文件没有读成或没有查成、什么也没有查",
)
@click.argument("paths", nargs=-1, required=True, metavar="文件或文件夹…")
@click.option("--checklist", type=filled, metavar="NAME|FILE", help="用哪份清单；不写则由报告自己决定")
@click.option(
    "--format",
    "form",
    type=among(FORMATS),
    default="text",
    metavar="KIND",
    help=f"\b\n屏幕上的格式：\n{lines(FORMATS)}",
)
@click.option(
    "--output",
    "outputs",
    type=target,
    metavar="KIND:FILE",
    multiple=True,
    help=f"\b\n另存一份，可写几次；种类有\n{lines(TARGETS)}",
)
@click.option("--html", type=filled, metavar="FILE|DIR", help="\b\n生成网页：一份报告写文件名（.html），\n几份写文件夹")
@click.option("--annotate", type=filled, metavar="FILE|DIR", help="\b\n在 Word 副本里逐处加批注（.docx），\n原文件不动")
@click.option("--suggest", is_flag=True, help="\b\n有把握的改法写成修订，\n与 --annotate 同用")
@click.option(
    "--sheet",
    "sheets",
    type=filled,
    multiple=True,
    metavar="FILE|DIR",
    help="\b\n生成反馈单（.docx 或 .html），\n可写几次",
)
@click.option("--template", type=filled, metavar="DIR", help="反馈单用这个文件夹里的模板")
@click.option("--layout", is_flag=True, help="\b\n连版式一起查（GB/T 9704），\n只对 Word 文件")
@click.option("--open", "opened", is_flag=True, help="\b\n用浏览器打开网页；没有写 --html 时\n放在临时文件夹里")
@click.option(
    "--fail-on", type=among(FAIL_ON), metavar="error|warning|never", help="有哪一级问题时退出码为 1，不写则为 error"
)
@click.option("--year", "report_year", type=year, metavar="YEAR", help="报告年度；不写则从报告里认")
@click.option("--today", type=day, metavar="YYYY-MM-DD", help="以哪一天为“今天”；不写则为当天")
@click.option("--encoding", type=filled, metavar="NAME", help="文本、网页文件的编码，如 gb18030")
@click.option("--ocr", is_flag=True, help="\b\n识别扫描件里的文字（要另装识别组件），\n结果须与原件核对")
@click.option(
    "--stdin-filename", type=filled, metavar="NAME", help="\b\n从标准输入（-）读时的文件名，\n用来显示和判断格式"
)
@click.option(
    "--config",
    type=filled,
    metavar="FILE",
    help="\b\n用这个配置文件；不写则从要检查的文件所在的\n文件夹起逐级向上找 qingdan.toml",
)
@click.option("--no-config", is_flag=True, help="不用配置文件")
@click.option("--ignore", type=filled, metavar="RULE", multiple=True, help="不提示某个要素或规则，可写几次")
@click.option(
    "--baseline", type=filled, metavar="FILE", help="\b\n已列入基线的问题不再提示\n（见 qingdan baseline --help）"
)
@click.option(
    "--changed-since", type=filled, metavar="REV", help="\b\n只查 git 里自这个版本以来有改动的报告，\n如 origin/main"
)
@click.option("--allow-none", is_flag=True, help="没有一份是这类报告也算通过，退出码为 0")
@click.option(
    "--review",
    type=filled,
    metavar="FILE",
    help="\b\n套用这个文件里的复核意见；不写则用报告旁边的\n复核.toml（见 qingdan review --help）",
)
@click.option("--no-review", is_flag=True, help="不套用复核意见")
@click.option("--explain", type=filled, metavar="ID", help="\b\n说明某个要素看过哪些地方、\n为什么算或不算")
@click.option(
    "--statistics",
    is_flag=True,
    help="\b\n最后再统计各个要素、规则各有多少；\n--format 不是 text 时写到标准错误，\n与 --quiet 同用时屏幕上只有统计",
)
@click.option("--no-color", is_flag=True, help="不用颜色")
@click.option("--quiet", "-q", is_flag=True, help="屏幕上不显示结果，只用退出码")
@click.option("--jobs", type=processes, metavar="N", help="\b\n用几个进程同时检查；不写则按份数和处理器\n自己决定")
@click.option(
    "--time-limit",
    type=seconds,
    metavar="SECONDS",
    help="\b\n一份文件最多查多少秒：到时停下，算没有查成，\n接着查别的；0 为不限。不写则用几个进程检查时\n"
    f"限 {TIME_LIMIT} 秒（--ocr 不限），用一个进程时不限；\n从标准输入读时总是不限",
)
@click.option("--debug", is_flag=True, help="程序内部出错时显示详情")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    checklist: str | None,
    form: str,
    outputs: tuple[Target, ...],
    html: str | None,
    annotate: str | None,
    suggest: bool,
    sheets: tuple[str, ...],
    template: str | None,
    layout: bool,
    opened: bool,
    fail_on: str | None,
    report_year: int | None,
    today: date | None,
    encoding: str | None,
    ocr: bool,
    stdin_filename: str | None,
    config: str | None,
    no_config: bool,
    ignore: tuple[str, ...],
    baseline: str | None,
    changed_since: str | None,
    allow_none: bool,
    review: str | None,
    no_review: bool,
    explain: str | None,
    statistics: bool,
    no_color: bool,
    quiet: bool,
    jobs: int | None,
    time_limit: int | None,
    debug: bool,
) -> None:
    """\b
    检查报告：一个或几个文件、文件夹（含下级文件夹）、
    通配符（*.docx）；写 - 则从标准输入读。
    能读 .docx、.doc、.wps、.txt、.md、.html、.pdf；
    装有 LibreOffice 时还能读 .rtf、.odt。
    """
    from lint.cli import side_files  # noqa: PLC0415  none of this for --help
    from lint.cli.checking import Inputs, check_all  # noqa: PLC0415
    from lint.cli.planning import Plan  # noqa: PLC0415
    from lint.cli.policies import Chosen, Where, check_names, policy, settings, walks, written_targets  # noqa: PLC0415
    from lint.cli.streams import coloured  # noqa: PLC0415
    from lint.cli.targets import refuse_clashes  # noqa: PLC0415
    from lint.debug import DEBUG  # noqa: PLC0415
    from lint.policy.config import CommandLine  # noqa: PLC0415
    from lint.run import Choices  # noqa: PLC0415

    if debug:
        os.environ[DEBUG] = "1"
    if explain and form != "text":
        raise click.UsageError(f"--explain 只在屏幕上用文字说明，请不要与 --format {form} 同用。")
    if suggest and not annotate:
        raise click.UsageError("--suggest 把改法写进批注的副本里，请与 --annotate 同用。")
    if review and no_review:
        raise click.UsageError("--review 和 --no-review 只能写一个。")
    if template and not sheets:
        raise click.UsageError("--template 是反馈单的模板，请与 --sheet 同用。")
    given = CommandLine(checklist, report_year, layout, fail_on, ignore, bool(outputs), baseline, review)
    in_force = settings(given, paths, Where(config, no_config, stdin_filename))
    outputs = outputs or written_targets(in_force)
    shown = (*outputs, Target("html", html)) if html else outputs
    refuse_clashes(shown, annotate, sheets, in_force)
    if opened and not html and not any(wish.kind == "html" for wish in outputs):
        import tempfile  # noqa: PLC0415

        html = tempfile.mkdtemp(prefix="qingdan-")
    targets = (*outputs, Target("html", html)) if html else outputs
    choices = Choices(today or date.today(), in_force.year().said, encoding, ocr)
    chosen = Chosen(in_force, choices)
    check_names(in_force, chosen)
    limit = 0 if ocr and time_limit is None else time_limit  # a scan takes seconds a page
    laid = policy(in_force, choices.today, complete=walks(paths) and changed_since is None, walked=paths)
    verdicts = None if no_review else partial(side_files.overlays, named=in_force.review.said)
    wishes = Plan(form, targets, explain, coloured(sys.stdout, no_color), quiet, annotate, suggest, sheets, template)
    code = check_all(
        Inputs(paths, chosen, stdin_filename, changed_since, jobs, limit, allow_none),
        replace(
            wishes,
            verdicts=verdicts,
            overlays=laid.overlays,
            watches=laid.watches,
            overrides=laid.overrides,
            statistics=statistics,
        ),
        fail_on=in_force.fail_on.said,
        opened=opened,
    )
    ctx.exit(code)
