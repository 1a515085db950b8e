"""`qingdan checklists`."""

import json

import click

from lint.cli.chinese import Command
from lint.cli.values import among


@click.command(
    cls=Command,
    options_metavar="[选项]",
    short_help="列出随工具发布的清单",
    epilog="\b\n退出码：0 列出来了；2 用法不对、清单有错",
)
@click.option(
    "--format", "form", type=among(("text", "json")), default="text", metavar="text|json", help="屏幕上的格式"
)
def command(form: str) -> None:
    """列出随工具发布的清单。"""
    from lint.cli.catalogue import catalogue, catalogue_text  # noqa: PLC0415
    from lint.cli.streams import send, show  # noqa: PLC0415

    rows = catalogue()
    if form == "json":
        send(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        show(catalogue_text(rows))
