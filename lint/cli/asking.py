"""Questions on the terminal and what answers are read as; a wrong answer is told and asked again at once."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, get_args

import click

from lint.checklist.draft.regulation_words import plain_duty
from lint.checklist.fields import IssuerKind
from lint.cli.streams import show
from lint.render.console import safe

_T = TypeVar("_T")
KINDS = get_args(IssuerKind)
_ALL = ("全部", "所有", "不限")
_RUN = re.compile(f"(?:{'|'.join(KINDS)})+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_STOPS = re.compile(r"[，。；：？！,;:?!…#|{}\\^$\"“”'‘’]")
_ENDING = re.compile(r"(?<=\w\w)(?:年度)?(?:工作)?(?:情况)?的?(?:报告|总结)$")
_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_BETWEEN = re.compile(r"[、，,；;\s]+")
_ENDS = re.compile(
    r"[；;。\n]|(?=[（(][一二三四五六七八九十0-9]{1,3}[)）])"
    r"|(?<!\w)(?=[一二三四五六七八九十]{1,3}、)|(?<!\w)(?=[0-9]{1,2}[.．、](?![0-9]))"
)
_MARK = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.．、])\s*"
)


def ask(question: str, read: Callable[[str], _T], default: str = "") -> _T:
    """What the answer is read as; an empty one takes the default, which is shown. `read` raises BadParameter for what
    is wrong. Raises click.Abort for Ctrl-C and Ctrl-D."""
    with suppress(ImportError):  # arrow keys; Windows has its own
        import readline  # noqa: F401, PLC0415
    shown = f"{question} [{safe(default)}]：" if default else f"{question}："
    while True:
        try:
            return read(input(shown).strip() or default)
        except click.BadParameter as error:
            show(f"  {error.message}\n")
        except (EOFError, KeyboardInterrupt):
            raise click.Abort from None
        except UnicodeDecodeError:
            show("  认不出输入的文字，请重新输入。\n")


def line(value: str) -> str:
    """Any words on one line."""
    if _CONTROL.search(value):
        raise click.BadParameter("里面有看不见的控制字符，请重新输入，或者从纯文本里复制。")
    return value.strip()


def title(value: str) -> str:
    """A name that is not empty."""
    if not re.search(r"\w", line(value)):
        raise click.BadParameter("名称里要有文字，例如 乡镇水利年度工作报告。")
    return line(value)


def subject(value: str) -> str:
    """Words of a report's title, without blanks."""
    words = _ENDING.sub("", re.sub(r"\s+", "", line(value)))
    if len(re.findall(r"\w", words)) < 2 or _STOPS.search(words):
        raise click.BadParameter(
            f"主题“{safe(words)}”要是报告标题里的一个词，至少两个字，不带标点，例如 水利、渡口管理。"
        )
    return words


def kinds(value: str) -> tuple[str, ...]:
    """Kinds of issuers; none for all."""
    found: list[str] = []
    for word in filter(None, _BETWEEN.split(line(value))):
        if word in _ALL:
            continue
        if not _RUN.fullmatch(word):
            raise click.BadParameter(
                f"没有“{safe(word)}”这种机关，可以写 {'、'.join(KINDS)}，或者 全部；局、委、办都写 部门。"
            )
        found += re.findall("|".join(KINDS), word)
    return tuple(dict.fromkeys(found))


def recipient(value: str) -> str:
    """The body to which a report goes, without the colon behind it."""
    words = re.sub(r"\s+", "", line(value)).rstrip("：:。")
    if words and not re.search(r"\w\w", words):
        raise click.BadParameter("主送机关要写名称，例如 县政府。")
    return words


def basis(value: str) -> str:
    """The name of a source, without 《》 around it."""
    words = line(value)
    return words[1:-1] if re.fullmatch(r"《[^《》]*》", words) else words


def duty(value: str) -> str:
    """One duty."""
    words = plain_duty(line(value))
    if not words:
        raise click.BadParameter(f"事项“{safe(value)}”要写成一件事，至少两个字，例如 巡查水库。")
    return words


def duties(value: str) -> tuple[str, ...]:
    """Several duties between 、, ； or blanks, with or without numbers before them."""
    found: list[str] = []
    for piece in _ENDS.split(line(value)):
        words = _MARK.sub("", piece or "")
        found += [duty(word) for word in _BETWEEN.split(words) if word]
    if not found:
        raise click.BadParameter("请写一件报告要写到的事，例如 巡查水库。")
    return tuple(dict.fromkeys(found))


def ident(value: str) -> str:
    """The id of a checklist."""
    if not _IDENT.fullmatch(value):
        raise click.BadParameter(f"标识“{safe(value)}”只能用字母、数字、-、_、.，并以字母或数字开头，例如 shuili。")
    return value
