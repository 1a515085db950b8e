"""click in Chinese: the frames of its help, and its complaints about wrong use."""

import re
from importlib import import_module
from pathlib import Path

import click

from lint.cli.help import Formatter

_WORD_DASH = re.compile(r"(?:^|\s)[—–―－-]*[—–―－]+-*([a-z][a-z-]*)")  # Word makes a dash of --

HELP = "看 qingdan --help 或 qingdan 命令 --help。"


class _Context(click.Context):
    formatter_class = Formatter


class _Framed(click.Command):
    """A command whose help has Chinese frames. Paragraphs are broken by hand (\\b): click wraps at spaces only."""

    context_class = _Context

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [p.get_help_record(ctx) for p in self.get_params(ctx) if not isinstance(p, click.Argument)]
        with formatter.section("选项"):
            formatter.write_dl([(term, _required(text)) for term, text in filter(None, records)])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这段说明"
        return option


def _required(text: str) -> str:
    """What click says in English of an option that must be there."""
    return f"{text.removesuffix('  [required]')}（必须写）" if text.endswith("  [required]") else text


class Command(_Framed):
    """One command."""


class Group(_Framed, click.Group):
    """A command of commands. `lazy` gives for each name the module that holds its `command`, which is imported when
    the command is used."""

    command_class = Command

    def __init__(self, *args: object, lazy: dict[str, str] | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.lazy, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.lazy:
            command: click.Command = import_module(self.lazy[cmd_name]).command
            return command
        return self.commands.get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is not None or name.startswith("-"):
            return super().resolve_command(ctx, args)
        known = self.list_commands(ctx)
        from lint.checklist.problems import nearest  # noqa: PLC0415  a run without a slip does without it

        near = nearest(name, known)
        if "check" in known and (Path(name).exists() or "." in name):
            asked = f"要检查文件，请写：qingdan check {' '.join(args)}"
        elif near:
            asked = f"是否想写“{near}”？"
        else:
            asked = f"有 {'、'.join(known)}。"
        raise click.UsageError(f"没有“{name}”这个命令。{asked}", ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("命令"):
            formatter.write_dl([(name, found.get_short_help_str(200)) for name, found in commands if found])


def sentence(error: click.ClickException) -> str:
    """What click complains of, in Chinese."""
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities[0] if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项。" + (f"是否想写 {near}？" if near else HELP)
    if isinstance(error, click.MissingParameter):
        return f"请写明{_name(error).rstrip('…')}。{HELP}"
    if isinstance(error, click.BadParameter):
        return f"{_name(error)} 的值不对：{error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 用法不对：后面要有一个值，而开关（如 --quiet）不带值。"
    if isinstance(error, click.UsageError) and error.message.startswith("Missing command"):
        return f"请写明命令。{HELP}"
    if isinstance(error, click.UsageError) and error.message.startswith("Got unexpected extra argument"):
        extra = error.message.partition("(")[2].removesuffix(")")
        if dash := _WORD_DASH.search(extra):
            return f"“{dash[0].strip()}”前面是破折号，不是两个减号；请改成 --{dash[1]}。"
        return f"多写了 {extra}，这里不用写。{HELP}"
    return error.message if isinstance(error, click.UsageError) else error.format_message()


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "命令行")
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(click.Context(Group()))
