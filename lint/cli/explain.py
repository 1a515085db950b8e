"""`qingdan explain`."""

import click

from lint.cli.chinese import Command
from lint.cli.values import among

_FORMATS = ("text", "markdown", "json")


@click.command(
    cls=Command,
    options_metavar="[选项]…",
    short_help="说明一个要素或规则要求什么、依据是什么、怎样写",
    epilog="\b\n例：\n  qingdan explain F1                  一个要素\n"
    "  qingdan explain sums numbering      两条文字规则\n"
    "  qingdan explain F1 --format markdown > F1.md\n\n"
    "\b\n要看一份报告为什么这样判，用 qingdan check --explain F1 报告.docx。\n\n"
    "\b\n退出码：\n  0  都说明了\n  2  有编号没有找到，或者清单有错",
)
@click.argument("rules", nargs=-1, required=True, metavar="编号…")
@click.option("--checklist", metavar="NAME|FILE", help="\b\n哪份清单里的；不写则为配置里的，\n或者随工具发布的")
@click.option(
    "--format", "form", type=among(_FORMATS), default="text", metavar="text|markdown|json", help="屏幕上的格式"
)
@click.option("--all", "whole", is_flag=True, help="例子和名称全部列出，不只列前几个")
@click.option("--config", metavar="FILE", help="用这个配置文件")
@click.option("--no-config", is_flag=True, help="不用配置文件")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    rules: tuple[str, ...],
    checklist: str | None,
    form: str,
    whole: bool,
    config: str | None,
    no_config: bool,
) -> None:
    """\b
    说明清单里的要素或规则（检查结果方括号里的编号）：
    要求什么、依据是哪一条、怎样写算满足、怎样写不算、
    可以怎样补。例子都是清单自带的。
    """
    from lint.cli.explaining import explain_rules  # noqa: PLC0415
    from lint.cli.policies import Where  # noqa: PLC0415

    ctx.exit(explain_rules(rules, checklist, Where(config, no_config), form, whole=whole))
