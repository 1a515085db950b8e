"""`qingdan baseline write` and `qingdan baseline prune`."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from lint.cli.chinese import Group
from lint.cli.values import day, year

_PATHS = "文件或文件夹…"


@click.group(
    cls=Group,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    short_help="把现有的问题列入基线，以后只提示新的",
)
def command() -> None:
    """\b
    基线：把现在已有的问题记下来，以后检查时不再提示，
    新出现的照样提示。按机关、年度、清单记，
    文件改名、段落挪动都不受影响。
    """


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(
        (
            click.argument("paths", nargs=-1, required=True, metavar=_PATHS),
            click.option(
                "--baseline", metavar="FILE", help="\b\n基线文件；不写则用配置里的，\n或者 qingdan-baseline.toml"
            ),
            click.option("--checklist", metavar="NAME|FILE", help="用哪份清单；不写则由报告自己决定"),
            click.option("--year", "report_year", type=year, metavar="YEAR", help="报告年度；不写则从报告里认"),
            click.option("--today", type=day, metavar="YYYY-MM-DD", help="以哪一天为“今天”；不写则为当天"),
            click.option("--encoding", metavar="NAME", help="文本、网页文件的编码，如 gb18030"),
            click.option("--layout", is_flag=True, help="连版式一起查"),
            click.option("--config", metavar="FILE", help="用这个配置文件"),
            click.option("--no-config", is_flag=True, help="不用配置文件"),
        )
    ):
        function = option(function)
    return function


@command.command(
    "write",
    options_metavar="[选项]…",
    short_help="把现有的问题写入基线",
    epilog="\b\n例：\n  qingdan baseline write 各乡镇\n"
    "  qingdan check 各乡镇 --baseline qingdan-baseline.toml\n\n"
    "\b\n退出码：0 写好了；2 有文件没有读成，或者没有可写的",
)
@_options
@click.pass_context
def write(ctx: click.Context, /, **wishes: Any) -> None:
    """\b
    检查这些报告，把现有的问题写入基线；
    没有检查到的报告原来记的不动。
    有理由的例外和复核意见不写入。
    """
    from lint.cli.debts import write_baseline  # noqa: PLC0415

    ctx.exit(write_baseline(_wishes(**wishes)))


@command.command(
    "prune",
    options_metavar="[选项]…",
    short_help="从基线里删去已经改好的",
    epilog="\b\n退出码：0 删好了（或没有可删的）；2 有文件没有读成",
)
@_options
@click.pass_context
def prune(ctx: click.Context, /, **wishes: Any) -> None:
    """\b
    检查这些报告，从基线里删去已经不再出现的问题，
    以及文件夹里已经不在的报告；从不增加。
    """
    from lint.cli.debts import prune_baseline  # noqa: PLC0415

    ctx.exit(prune_baseline(_wishes(**wishes)))


def _wishes(
    *,
    paths: tuple[str, ...],
    baseline: str | None,
    checklist: str | None,
    report_year: int | None,
    today: date | None,
    encoding: str | None,
    layout: bool,
    config: str | None,
    no_config: bool,
) -> Any:
    from lint.cli.debts import Wishes  # noqa: PLC0415
    from lint.cli.policies import Where  # noqa: PLC0415
    from lint.policy.config import CommandLine  # noqa: PLC0415

    given = CommandLine(checklist, report_year, layout, baseline=baseline)
    return Wishes(paths, given, Where(config, no_config), today or date.today(), encoding)
