"""`qingdan checklist test` and `qingdan checklist validate`: for authors of checklists."""

from pathlib import Path

import click

from lint.cli.chinese import Group

_NAME = "[NAME|FILE]…"


@click.group(
    cls=Group,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    short_help="校验、测试一份清单（供编写清单的人用）",
)
def command() -> None:
    """\b
    供编写清单的人用：校验写法，运行清单自带的例子。
    """


@command.command(
    "test",
    options_metavar="[选项]",
    short_help="运行清单自带的例子",
    epilog="\b\n例：\n  qingdan checklist test                随工具发布的全部清单\n"
    "  qingdan checklist test 我的清单.toml\n"
    "  qingdan checklist test 我的清单.toml --reports 标注过的报告\n\n"
    "\b\n退出码：0 都对；1 有例子、标注不符；2 清单有错误",
)
@click.argument("sources", nargs=-1, metavar=_NAME)
@click.option("--strict", is_flag=True, help="没有一个例子试过的模式也算失败")
@click.option("--mutate", is_flag=True, help="逐个删去模式，列出删去后没有一个例子会发觉的")
@click.option("--reports", metavar="文件夹", help="再核对一个文件夹里标注过的报告")
@click.option("--at-least", metavar="比例", default="1", help="标注相符的比例达到多少才算成功，如 0.95；默认 1")
@click.pass_context
def test(
    ctx: click.Context, sources: tuple[str, ...], strict: bool, mutate: bool, reports: str | None, at_least: str
) -> None:
    """\b
    运行清单自带的例子（[[….example]]），
    写明哪一个与应得的结果不符。
    """
    from lint.cli.authoring import Trials, test_checklists  # noqa: PLC0415
    from lint.cli.values import share  # noqa: PLC0415

    folder = Path(reports) if reports else None
    ctx.exit(test_checklists(sources, Trials(strict, mutate, folder, share(at_least))))


@command.command(
    "validate",
    options_metavar="[选项]",
    short_help="校验清单的写法",
    epilog="\b\n退出码：0 没有错误（可以有提示）；2 有错误",
)
@click.argument("sources", nargs=-1, metavar=_NAME)
@click.pass_context
def validate(ctx: click.Context, sources: tuple[str, ...]) -> None:
    """\b
    校验清单的写法：一次列出全部错误和提示，
    写明文件、行、列和最近的正确写法。
    """
    from lint.cli.authoring import validate_checklists  # noqa: PLC0415

    ctx.exit(validate_checklists(sources))


@command.command(
    "schema",
    options_metavar="[选项]",
    short_help="显示清单格式的 JSON Schema（供编辑器使用）",
    epilog="\b\n退出码：0 显示了；2 用法不对，或装着的插件有错",
)
def schema() -> None:
    """\b
    显示清单格式的 JSON Schema，包括已装插件的检查种类。
    编辑器按清单第一行的 #:schema 找到它。
    """
    from lint.cli.authoring import show_schema  # noqa: PLC0415

    show_schema()
