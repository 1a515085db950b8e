"""`qingdan checklist test` and `qingdan checklist validate`: for authors of checklists."""

from pathlib import Path

import click

from lint.cli.chinese import Group

_NAME = "[清单]…"


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
@click.option("--at-least", metavar="比例", default="1", help="标注相符的比例达到多少才算成功，如 0.95 或 95%；默认 1")
@click.pass_context
def test(
    ctx: click.Context, sources: tuple[str, ...], strict: bool, mutate: bool, reports: str | None, at_least: str
) -> None:
    """\b
    运行清单自带的例子（[[….example]]），
    写明哪一个与应得的结果不符。
    清单写 .toml 文件，或者随工具发布的名称。
    """
    from lint.cli.authoring import Trials, test_checklists  # noqa: PLC0415
    from lint.cli.values import share, value_of  # noqa: PLC0415

    folder = Path(reports) if reports else None
    ctx.exit(test_checklists(sources, Trials(strict, mutate, folder, value_of("--at-least", share, at_least))))


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
    清单写 .toml 文件，或者随工具发布的名称。
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


@command.command(
    "docs",
    options_metavar="[选项]",
    short_help="把清单本身写成一份指南（网页、Markdown），供培训用",
    epilog="\b\n例：\n  qingdan checklist docs township --html 指南.html\n"
    "  qingdan checklist docs 我的清单.toml > 指南.md\n\n"
    "\b\n退出码：0 写好了；2 清单有错误，或者写不了文件",
)
@click.argument("source", metavar="清单")
@click.option("--html", metavar="文件", help="写成一个网页（.html），可以打印")
@click.option("--markdown", metavar="文件", help="写成 Markdown 文件（.md）")
def docs(source: str, html: str | None, markdown: str | None) -> None:
    """\b
    不需要报告，把清单写成一份指南：
    要求什么、依据什么、怎样算写到了、可以怎样写。
    两个选项都不写时，Markdown 显示在屏幕上。
    """
    from lint.cli.guiding import guide  # noqa: PLC0415

    guide(source, html, markdown)


@command.command(
    "diff",
    options_metavar="[选项]",
    short_help="比较两份清单：哪些报告的结果会变",
    epilog="\b\n例：\n  qingdan checklist diff township 我的清单.toml 各乡镇\n\n"
    "\b\n退出码：0 没有变差的；1 有报告的要素变差；2 清单有错误，或有报告没有比成",
)
@click.argument("old", metavar="旧清单")
@click.argument("new", metavar="新清单")
@click.argument("paths", nargs=-1, required=True, metavar="报告…")
@click.option("--format", "form", type=click.UNPROCESSED, default="text", metavar="格式", help="text（默认）或 json")
@click.option("--today", metavar="日期", help="把这一天当作今天，如 2026-03-01")
@click.pass_context
def diff(ctx: click.Context, old: str, new: str, paths: tuple[str, ...], form: str, today: str | None) -> None:
    """\b
    用两份清单各查一遍同样的报告，
    写明每份报告哪些要素变差、变好，哪些文字问题新报、不再报。
    """
    from datetime import date  # noqa: PLC0415

    from lint.cli.comparing import diff as compare  # noqa: PLC0415
    from lint.cli.values import among, day, value_of  # noqa: PLC0415

    when = value_of("--today", day, today) if today else date.today()
    ctx.exit(compare(old, new, paths, value_of("--format", among(("text", "json")), form), when))


@command.command(
    "new",
    options_metavar="[选项]",
    short_help="新写一份清单：问几个问题，写出一个能通过校验和测试的文件",
    epilog="\b\n例：\n  qingdan checklist new 水利.toml\n"
    "  qingdan checklist new 水利.toml --title 乡镇水利年度工作报告 \\\n"
    "    --subject 水利 --kind 乡 --kind 镇 --duty 巡查水库 --duty 清理沟渠 \\\n"
    "    --basis 某某规定\n"
    "  qingdan checklist new 水利.toml --from 规定.txt\n\n"
    "\b\n退出码：0 写好了；2 用法不对，或者没有写成",
)
@click.argument("path", metavar="文件.toml")
@click.option("--id", "ident", metavar="标识", help="清单的标识，各份清单不能相同；不写则用文件名里的字母")
@click.option("--title", metavar="名称", help="清单的名称")
@click.option("--subject", metavar="主题", help="报告说的是什么事，也是标题里认出它的词，如 水利")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="机关",
    help="适用的机关：乡、镇、街道、县、市、区、部门；可写几次",
)
@click.option("--recipient", metavar="机关", help="报送给谁，如 县政府；不写则不查主送机关")
@click.option("--basis", metavar="名称", help="依据的文件名称，不加书名号")
@click.option("--duty", "duties", multiple=True, metavar="事项", help="报告要写到的一件事，如 巡查水库；可写几次")
@click.option("--from", "regulation", metavar="文件", help="从规定里取报告要写的内容：一项一个要素，写明出自哪一条")
@click.option("--extends", metavar="清单", default="common", help="继承哪份清单；默认 common（公文通用检查）")
@click.option("--yes", is_flag=True, help="不提问，没有写的用默认值")
def new(**given: object) -> None:
    """\b
    新写一份清单。在终端里会问几个问题；也可以用选项写明。
    写出的文件带说明，写着“待填”的地方要由您来写；
    原样就没有错误，例子都相符。已有的文件不会被覆盖。
    """
    from lint.cli.starting import Asked, start  # noqa: PLC0415

    start(Asked(**given))  # type: ignore[arg-type]
