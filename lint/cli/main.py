"""`qingdan`: the command, its exit codes, and what it says when something goes wrong."""

import gc
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

import click

from lint import __version__
from lint.cli import codes, streams
from lint.cli.chinese import Group, sentence

_MODULES = {
    "check": "lint.cli.check",
    "serve": "lint.cli.serve",
    "outline": "lint.cli.outline",
    "explain": "lint.cli.explain",
    "checklists": "lint.cli.checklists",
    "checklist": "lint.cli.checklist",
    "review": "lint.cli.review",
    "config": "lint.cli.config",
    "baseline": "lint.cli.baseline",
    "bundle": "lint.cli.bundle",
}


# objects; at Python's own 700 a tenth of a short run goes into looking for garbage where there is none yet
_COLLECT_AFTER = 100_000


class _Program(Group):
    """The outermost group: whatever happens, it ends with one of our exit codes and without a traceback."""

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        if not standalone_mode:
            return super().main(*args, standalone_mode=False, **extra)  # type: ignore[call-overload]
        sys.exit(self._guarded(*args, **extra))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click would make it 1, which says that something was found
            raise click.exceptions.Exit(_closed()) from None

    def _guarded(self, *args: Any, **extra: Any) -> int:
        try:
            # a glob is expanded by ourselves: click would expand $ in the names of Word's lock files, too
            extra.update(standalone_mode=False, windows_expand_args=False)
            code = super().main(*args, **extra)
            sys.stdout.flush()
            return code if isinstance(code, int) else codes.CLEAN
        except (click.Abort, KeyboardInterrupt):
            return codes.INTERRUPTED
        except BrokenPipeError:
            return _closed()
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            return codes.WRONG
        except click.ClickException as error:
            click.echo(f"qingdan：{sentence(error)}", err=True)
            return codes.WRONG
        except OSError as error:
            return _refused(error)
        except Exception as error:
            return _failed(error)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    if ctx.params.get("as_json"):  # eager: read first, wherever it is written
        from lint.cli.version import version_json  # noqa: PLC0415

        streams.send(version_json())
    else:
        click.echo(f"qingdan {__version__}")
    ctx.exit()


@click.command(
    cls=_Program,
    lazy=_MODULES,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    epilog="\b\n例：\n  qingdan check 报告.docx                   在屏幕上看结果\n"
    "  qingdan check 报告.docx --open            生成网页并打开\n"
    "  qingdan check 各乡镇 --html 体检结果      一个文件夹里的全部报告\n"
    "  qingdan 命令 --help                       看某个命令的用法\n\n"
    "\b\n退出码：\n  0    做完了，没有要提示的\n  1    查出了问题，或清单自带的例子不对\n"
    "  2    用法不对、清单有错、有没做成的\n  130  被中断（Ctrl-C）\n  141  看输出的程序先退出了",
)
@click.option("--version", is_flag=True, expose_value=False, callback=_version, help="显示版本")
@click.option("--json", "as_json", is_flag=True, is_eager=True, help="与 --version 同用：写成 JSON，另有清单和部件")
def cli(as_json: bool) -> None:
    """\b
    清单体检：按清单逐项核对乡镇（街道）年度报告，
    写明缺什么、依据是什么、在哪里、可以怎样写。
    """
    if as_json:
        raise click.UsageError("--json 与 --version 同用；检查结果要 JSON，请写 qingdan check --format json。")


def main() -> NoReturn:
    """The console script."""
    gc.set_threshold(_COLLECT_AFTER)
    streams.prepare()
    cli.main(prog_name="qingdan")
    raise AssertionError("unreachable: main exits")


def _closed() -> int:
    """The reader of our output went away; what is still buffered must not be complained about at exit."""
    with suppress(OSError, ValueError):  # a stream of a test has no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return codes.CLOSED_PIPE


def _refused(error: OSError) -> int:
    """The system refused something: most often standard output goes where there is no room."""
    from lint.os_errors import told  # noqa: PLC0415

    streams.trace(error)
    where = f"{error.filename}：" if isinstance(error.filename, str) else ""
    with suppress(OSError):  # standard error may go to the same place
        streams.tell(f"qingdan：没有做完。{where}{told(error)}")
    try:
        sys.stdout.flush()
    except OSError:
        _closed()  # what is still buffered would be tried again at exit
    return codes.WRONG


def _failed(error: Exception) -> int:
    from lint.checklist.problems import ChecklistError, render  # noqa: PLC0415
    from lint.render.console import commandless  # noqa: PLC0415
    from lint.render.words import neutral  # noqa: PLC0415

    if isinstance(error, ChecklistError):
        click.echo("\n".join(commandless(neutral(render(problem))) for problem in error.problems), err=True)
        streams.tell(error.upshot)
        return codes.WRONG
    streams.trace(error)
    streams.tell(
        f"qingdan：程序内部出错（{type(error).__name__}），没有做完；请加 --debug 再运行一次，把显示的内容告诉开发者。"
    )
    return codes.WRONG


if __name__ == "__main__":
    main()
