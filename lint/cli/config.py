"""`qingdan config show`."""

import click

from lint.cli.chinese import Group
from lint.cli.codes import FAIL_ON
from lint.cli.values import among, year


@click.group(
    cls=Group,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    short_help="看配置（qingdan.toml）里哪些写法起作用",
)
def command() -> None:
    """\b
    配置写在 qingdan.toml 里，或者 pyproject.toml 的
    [tool.qingdan] 里。从要检查的第一个文件所在的文件夹起
    逐级向上找，到仓库的根为止；命令行的写法优先。
    """


@command.command(
    "show",
    options_metavar="[选项]…",
    short_help="显示起作用的写法和它们写在哪里",
    epilog="\b\n例：\n  qingdan config show\n  qingdan config show 各乡镇/梨溪镇.docx\n\n"
    "\b\n退出码：0 配置没有错；2 配置有错",
)
@click.argument("path", required=False, metavar="[文件或文件夹]")
@click.option("--config", "named", metavar="FILE", help="用这个配置文件")
@click.option("--no-config", is_flag=True, help="不用配置文件")
@click.option("--checklist", metavar="NAME|FILE", help="以下各项与 qingdan check 的相同")
@click.option("--year", "report_year", type=year, metavar="YEAR")
@click.option("--fail-on", type=among(FAIL_ON), metavar="error|warning|never")
@click.option("--ignore", metavar="RULE", multiple=True)
@click.option("--baseline", metavar="FILE")
@click.option("--layout", is_flag=True)
@click.pass_context
def show(
    ctx: click.Context,
    *,
    path: str | None,
    named: str | None,
    no_config: bool,
    checklist: str | None,
    report_year: int | None,
    fail_on: str | None,
    ignore: tuple[str, ...],
    baseline: str | None,
    layout: bool,
) -> None:
    """\b
    显示对某个文件（不写则对当前文件夹）起作用的写法，
    每一项后面是它写在哪里。
    """
    from lint.cli.in_force import show_settings  # noqa: PLC0415
    from lint.cli.policies import Where  # noqa: PLC0415
    from lint.policy.config import CommandLine  # noqa: PLC0415

    given = CommandLine(checklist, report_year, layout, fail_on, ignore, False, baseline)
    ctx.exit(show_settings(given, path, Where(named, no_config)))
