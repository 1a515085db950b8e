"""`qingdan bundle`."""

from pathlib import Path

import click

from lint.cli.chinese import Command

_LAST_LINES = 3  # of what pip said; with QINGDAN_DEBUG all of it


@click.command(
    cls=Command,
    options_metavar="[选项]",
    short_help="制作离线安装包，拷到没有网络的电脑上安装",
    epilog="\b\n例：\n  qingdan bundle --platform win_amd64 --python 3.12\n"
    "  qingdan bundle --platform manylinux_aarch64 --python 3.11 \\\n"
    "    --with ocr --output 安装包\n\n"
    "\b\n退出码：0 做好了；2 用法不对，或者没有做成（什么也不留下）",
)
@click.option(
    "--platform",
    required=True,
    metavar="系统",
    help="装到什么系统：win_amd64（多数 Windows）、win_arm64、manylinux_x86_64、manylinux_aarch64、"
    "macosx_arm64、macosx_x86_64",
)
@click.option("--python", required=True, metavar="3.X", help="那台电脑上 Python 的版本，例如 3.12")
@click.option("--with", "extras", default="", metavar="附加部分", help="另加附加部分，用逗号隔开，例如 ocr（扫描件）")
@click.option(
    "--output", type=click.Path(path_type=Path), default=Path(), metavar="文件夹", help="放在哪里（默认当前文件夹）"
)
def command(platform: str, python: str, extras: str, output: Path) -> None:
    """\b
    制作离线安装包：一个文件夹和一个同样内容的 zip，
    里面有全部依赖、安装和启动脚本、说明、校验值。
    用 U 盘拷到没有网络、有 Python 的电脑上，双击就能安装。
    制作的时候要联网。
    """
    from lint.cli import streams  # noqa: PLC0415
    from lint.debug import debugging  # noqa: PLC0415

    try:
        from lint.bundle.errors import BundleError  # noqa: PLC0415
        from lint.bundle.make import make_bundle  # noqa: PLC0415
        from lint.bundle.target import target_of  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"制作离线安装包还需要 {error.name}，请先运行：python -m pip install 'qingdan-lint[bundle]'。"
        ) from error
    try:
        target = target_of(platform, python)
        chosen = [name.strip() for name in extras.split(",") if name.strip()]
        made = make_bundle(target, chosen, output, streams.tell)
    except BundleError as error:
        said = error.detail.splitlines()
        for line in said if debugging() else said[-_LAST_LINES:]:
            streams.tell(line)
        raise click.ClickException(f"没有做成离线安装包。{error}") from error
    streams.show(
        f"做好了：{made.folder}\n      和 {made.archive}\n"
        f"zip 的 SHA-256：{made.sha256}\n"
        f"共 {len(made.wheels)} 个安装包，适用于 {target.name}、Python {target.version}，全部核对过。\n"
        "把其中一个拷到那台电脑上，照里面的“说明.txt”做。\n"
    )
