"""`qingdan outline`."""

import os
from datetime import date

import click

from lint.cli.chinese import Command
from lint.cli.codes import CLEAN, WRONG
from lint.cli.values import day, year


@click.command(
    cls=Command,
    options_metavar="[选项]…",
    short_help="看程序怎样读懂一份报告",
    epilog="\b\n例：\n  qingdan outline 报告.docx\n  qingdan outline -v 报告.docx    连每个分句的立意\n\n"
    "\b\n退出码：0 都读懂了；2 用法不对、清单有错、有文件没有读成",
)
@click.argument("paths", nargs=-1, required=True, metavar="文件…")
@click.option("--verbose", "-v", is_flag=True, help="连每个分句和它的立意")
@click.option("--checklist", metavar="NAME|FILE", help="用哪份清单；不写则由报告自己决定")
@click.option("--year", "report_year", type=year, metavar="YEAR", help="报告年度；不写则从报告里认")
@click.option("--today", type=day, metavar="YYYY-MM-DD", help="以哪一天为“今天”；不写则为当天")
@click.option("--encoding", metavar="NAME", help="文本、网页文件的编码，如 gb18030")
@click.option("--ocr", is_flag=True, help="识别扫描件里的文字（要另装识别组件）")
@click.option("--debug", is_flag=True, help="程序内部出错时显示详情")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    verbose: bool,
    checklist: str | None,
    report_year: int | None,
    today: date | None,
    encoding: str | None,
    ocr: bool,
    debug: bool,
) -> None:
    """\b
    看程序怎样读懂一份报告：标题、机关、年度、
    各部分的作用、分条；加 -v 还有每个分句的立意。
    """
    from lint.cli.streams import show, tell, trace  # noqa: PLC0415
    from lint.debug import DEBUG  # noqa: PLC0415
    from lint.fitting import Library  # noqa: PLC0415
    from lint.render.outline import outline_text  # noqa: PLC0415
    from lint.run import Choices, Failure, check_file  # noqa: PLC0415
    from lint.select import select  # noqa: PLC0415

    if debug:
        os.environ[DEBUG] = "1"
    selection = select(paths)
    library, choices = Library(checklist), Choices(today or date.today(), report_year, encoding, ocr)
    code = CLEAN if selection.files else WRONG
    for result in (*selection.failures, *(check_file(path, library, choices) for path in selection.files)):
        if isinstance(result, Failure):
            trace(result.cause)
            tell(f"{result.path}：{result.message}")
            code = WRONG
        else:
            show(outline_text(result, verbose=verbose))
    if not selection.files and not selection.failures:
        tell(f"没有可以看的文件：{'、'.join(paths)}。")
    ctx.exit(code)
