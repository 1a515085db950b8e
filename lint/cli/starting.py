"""`qingdan checklist new`: what it asks and what it writes."""

import hashlib
import re
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import click

from lint.checklist.draft.regulation import Duty, Regulation, parts_named, regulation
from lint.checklist.draft.starter import Start, starter
from lint.cli import asking
from lint.cli.asking import ask
from lint.cli.streams import show, tell
from lint.readers import ReadError, read
from lint.render.console import safe
from lint.render.write import OutputError, write_output
from lint.shelf import shipped

_T = TypeVar("_T")
_ENDING = re.compile(r"(年度)?(工作)?(情况)?(的)?(报告|总结|清单)$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]+")
_ANY = "听取工作汇报"  # what every report tells of, where nothing was named
_LISTED = 12  # duties named on the screen


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
    """Writes the draft and says how to go on. Raises ClickException for wrong use, Abort when it was interrupted."""
    path = Path(asked.path)
    if path.suffix != ".toml":
        raise click.ClickException(f"清单的文件名要以 .toml 结尾：{safe(str(path.with_suffix('.toml')))}")
    if path.exists():
        raise click.ClickException(f"{safe(asked.path)} 已经有了，没有覆盖；请换一个文件名，或者先移走它。")
    given = _regulation(asked.regulation) if asked.regulation else None
    asked = _checked(asked)
    try:
        draft = _questions(asked, given) if sys.stdin.isatty() and not asked.yes else _defaults(asked, given)
    except click.Abort:
        click.echo(err=True)  # below the question
        tell("已取消，没有写文件。")
        raise
    try:
        write_output(path, starter(draft))
    except OutputError as error:
        raise click.ClickException(str(error)) from error
    show(_told(asked, draft))


def _checked(asked: Asked) -> Asked:
    """The options read. Raises ClickException."""
    kinds = tuple(dict.fromkeys(kind for word in asked.kinds for kind in _read(asking.kinds, word)))
    taken = asked.ident and _read(asking.ident, asked.ident)
    if taken in shipped():
        raise click.ClickException(f"标识“{taken}”是随工具发布的清单的，请换一个。")
    return replace(
        asked,
        ident=taken,
        title=asked.title and _read(asking.title, asked.title),
        subject=asked.subject and _read(asking.subject, asked.subject),
        kinds=kinds,
        recipient=asked.recipient and _read(asking.recipient, asked.recipient),
        basis=asked.basis and _read(asking.basis, asked.basis),
        duties=tuple(_read(asking.duty, duty) for duty in asked.duties),
    )


def _read(reader: Callable[[str], _T], value: str) -> _T:
    try:
        return reader(value)
    except click.BadParameter as error:
        raise click.ClickException(error.message) from None


def _title(asked: Asked, given: Regulation | None) -> str:
    """The name by default."""
    subject = asked.subject or (given.subject if given else "")
    return f"{subject or Path(asked.path).stem.strip()}年度报告"


def _subject(title: str) -> str:
    """What the reports of a checklist of this name are about, by default."""
    words = re.sub(r"[\W_]+", "", _ENDING.sub("", title))
    return words if len(words) > 1 else "工作"


def _ident(path: str, title: str) -> str:
    """An id by default: the Latin letters of the file's name, else one that is made from the names."""
    stem = Path(path).stem
    if re.fullmatch(r"(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_.-]*", stem) and stem not in shipped():
        return stem
    latin = max(_LATIN.findall(stem), key=len, default="").rstrip(".-_")
    if len(latin) > 1 and latin not in shipped():
        return latin
    return f"qingdan-{hashlib.sha256(f'{stem} {title}'.encode('utf-8', 'replace')).hexdigest()[:6]}"


def _defaults(asked: Asked, given: Regulation | None) -> Start:
    title = asked.title or _title(asked, given)
    return Start(
        asked.ident or _ident(asked.path, title),
        title,
        asked.subject or (given.subject if given else "") or _subject(title),
        asked.kinds,
        asked.recipient or (given.recipient if given else ""),
        asked.basis or (given.name if given else ""),
        _duties(asked.duties, given),
        asked.extends,
        given,
    )


def _questions(asked: Asked, given: Regulation | None) -> Start:
    """What was not given as an option, asked on the terminal."""
    show("逐项回答，回车用方括号里的；Ctrl-C 取消。\n")
    title = asked.title or ask("清单的名称", asking.title, _title(asked, given))
    known = given.subject if given else ""
    subject = asked.subject or ask("报告说的是什么事（也是标题里认出它的词）", asking.subject, known or _subject(title))
    ident = asked.ident or ask("清单的标识（字母、数字；各份清单不能相同）", _unused, _ident(asked.path, title))
    kinds = asked.kinds or ask(f"适用于哪些机关（{'、'.join(asking.KINDS)}；不填为全部）", asking.kinds)
    recipient = asked.recipient or ask("报送给谁（不填则不查）", asking.recipient, given.recipient if given else "")
    basis = asked.basis or ask("依据的文件名称（可以以后填）", asking.basis, given.name if given else "")
    duties = asked.duties
    if not duties and not given:
        duties = ask("报告要写到哪几件事（用顿号隔开）", asking.duties, _ANY)
    return Start(ident, title, subject, kinds, recipient, basis, _duties(duties, given), asked.extends, given)


def _unused(value: str) -> str:
    if asking.ident(value) in shipped():
        raise click.BadParameter(f"标识“{value}”是随工具发布的清单的，请换一个。")
    return value


def _duties(named: tuple[str, ...], given: Regulation | None) -> tuple[Duty, ...]:
    named = named if named or given else (_ANY,)
    own = {title: Duty(title) for title in named if not parts_named(title)}
    return tuple({**own, **{duty.title: duty for duty in (given.duties if given else ())}}.values())


def _regulation(path: str) -> Regulation:
    try:
        text = read(Path(path)).text
    except ReadError as error:
        raise click.ClickException(f"{safe(path)}：{error}") from error
    found = regulation(text)
    if not (found.duties or found.shortcomings or found.plan):
        raise click.ClickException(
            f"{safe(path)} 里没有找到报告要写的内容（如“报告应当写明下列内容：（一）…”），也没有带编号的条、项；"
            "请用 --duty 写明事项。"
        )
    return found


def _told(asked: Asked, draft: Start) -> str:
    """What was written and how to go on."""
    name = _word(asked.path)
    lines = [f"已写 {safe(asked.path)}，标识是 {draft.id}。"]
    if draft.regulation:
        lines += _taken(draft.regulation)
    lines += [
        f"“{safe(duty)}”就是初稿里的 {'、'.join(parts_named(duty))}。" for duty in asked.duties if parts_named(duty)
    ]
    duties = [f"E{number} {safe(duty.title)}" for number, duty in enumerate(draft.duties, 1)]
    if duties:
        more = "……" if len(duties) > _LISTED else ""
        lines.append(f"事项 {len(duties)} 件：{'；'.join(duties[:_LISTED])}{more}。")
    lines.append(f"标题里有“{safe(draft.subject)}…报告（总结）”的，才当作这份清单要查的报告。")
    lines += [
        "打开它，写着“待填”的地方要由您来写。接着：",
        f"  qingdan checklist validate {name}    校验写法",
        f"  qingdan checklist test {name}        运行例子",
        f"  qingdan check 报告.docx --checklist {name}",
    ]
    return "\n".join(lines) + "\n"


def _taken(given: Regulation) -> list[str]:
    """What was taken from a regulation and what was not."""
    name = f"《{safe(given.name)}》" if given.name else "规定"
    if given.contents:
        lines = [f"从{name}取了报告要写的 {len(given.duties)} 项。"]
    else:
        lines = [f"{name}没有写报告的内容，取了它要求做的 {len(given.duties)} 件事，请逐件取舍。"]
    asked = (("存在的不足（S2）", given.shortcomings), ("下一年的安排（S3）", given.plan))
    if parts := [title for title, part in asked if part]:
        lines.append(f"另有规定要写的{'、'.join(parts)}。")
    if given.passed:
        lines.append(f"没有取：{'、'.join(f'{label}（{why}）' for label, why in given.passed)}。")
    return lines


def _word(path: str) -> str:
    """A path as one word of a command line."""
    path = f"./{path}" if path.startswith("-") else path
    if re.fullmatch(r"[\w@%+=:,./\\~-]+", path):
        return path
    return f'"{path}"' if sys.platform == "win32" else shlex.quote(safe(path))
