"""`qingdan checklist new`: what it asks and what it writes."""

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import click

from lint.checklist.fields import IssuerKind
from lint.checklist.starter import Start, duties_in, starter
from lint.cli.streams import show
from lint.readers import ReadError, read
from lint.render.console import safe
from lint.render.write import OutputError, write_output

_KINDS = get_args(IssuerKind)
_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


@dataclass(frozen=True)
class Asked:
    """The options as they were given."""

    path: str
    ident: str | None = None
    title: str | None = None
    subject: str | None = None
    kinds: tuple[str, ...] = ()
    recipient: str | None = None
    basis: str | None = None
    duties: tuple[str, ...] = ()
    regulation: str | None = None
    extends: str = "common"
    yes: bool = False


def start(asked: Asked) -> None:
    """Writes the draft and says how to go on. Raises ClickException for wrong use."""
    path = Path(asked.path)
    if path.suffix != ".toml":
        raise click.ClickException(f"清单的文件名要以 .toml 结尾：{safe(asked.path)}.toml")
    if path.exists():
        raise click.ClickException(f"{safe(asked.path)} 已经有了，没有覆盖；请换一个文件名，或者先移走它。")
    if asked.regulation:
        asked = replace(asked, duties=(*asked.duties, *_duties(asked.regulation)))
    if sys.stdin.isatty() and not asked.yes:
        asked = _questions(asked)
    text = starter(_start(asked))
    try:
        write_output(path, text)
    except OutputError as error:
        raise click.ClickException(str(error)) from error
    name = safe(asked.path)
    show(
        f"已写 {name}。接着：\n"
        f"  qingdan checklist validate {name}    校验写法\n"
        f"  qingdan checklist test {name}        运行例子\n"
        f"  qingdan check 报告.docx --checklist {name}\n"
    )


def _start(asked: Asked) -> Start:
    stem = Path(asked.path).stem
    ident = asked.ident or (stem if _IDENT.fullmatch(stem) else "my-checklist")
    if not _IDENT.fullmatch(ident):
        raise click.ClickException(f"标识“{safe(ident)}”只能用字母、数字、-、_、.，并以字母或数字开头。")
    if unknown := [kind for kind in asked.kinds if kind not in _KINDS]:
        raise click.ClickException(f"没有“{safe(unknown[0])}”这种机关，可以写 {'、'.join(_KINDS)}。")
    title = (asked.title or f"{stem}年度报告").strip()
    subject = (asked.subject or re.sub(r"(年度)?(工作)?(情况)?(的)?(报告|总结|清单)$", "", title)).strip() or title
    duties = tuple(dict.fromkeys(duty.strip() for duty in asked.duties if duty.strip()))
    extends = asked.extends
    return Start(
        ident,
        title,
        subject,
        asked.kinds,
        (asked.recipient or "").strip(),
        (asked.basis or "").strip(),
        duties,
        extends,
    )


def _questions(asked: Asked) -> Asked:
    """What was not given as an option, asked on the terminal; an empty answer takes what stands in brackets."""
    stem = Path(asked.path).stem
    title = asked.title or click.prompt("清单的名称", default=f"{stem}年度报告")
    subject = asked.subject or click.prompt(
        "报告说的是什么事（也是标题里认出它的词）", default=re.sub(r"(年度)?(工作)?(报告|总结)$", "", title) or title
    )
    kinds = asked.kinds or _several(click.prompt(f"适用于哪些机关（{'、'.join(_KINDS)}；不填为全部）", default=""))
    recipient = asked.recipient or click.prompt("报送给谁（不填则不查）", default="")
    basis = asked.basis or click.prompt("依据的文件名称（可以以后填）", default="")
    duties = asked.duties or _several(click.prompt("报告要写到哪几件事（用顿号隔开）", default="听取工作汇报"))
    return replace(asked, title=title, subject=subject, kinds=kinds, recipient=recipient, basis=basis, duties=duties)


def _several(answer: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[、，,；;\s]+", answer) if word)


def _duties(path: str) -> list[str]:
    try:
        text = read(Path(path)).text
    except ReadError as error:
        raise click.ClickException(str(error)) from error
    found = duties_in(text)
    if not found:
        raise click.ClickException(
            f"{safe(path)} 里没有找到带编号的条、项（如“第三条”“（一）”“1.”）；请用 --duty 写明事项。"
        )
    return found
