"""From a name or a path to a checklist's file and all that it extends."""

from dataclasses import replace
from pathlib import Path

from lint import resources
from lint.checklist.extend import Layer, extend, without_base
from lint.checklist.pins import moved
from lint.checklist.problems import ChecklistError, Problem, nearest
from lint.checklist.source import SourceFile, read


def shipped_names() -> list[str]:
    """The ids of the shipped checklists."""
    return sorted(path.stem for path in resources.folder("checklists").glob("*.toml"))


def layers(source: str | Path) -> Layer:
    """The files of a checklist, laid over each other. Raises ChecklistError when one of them cannot be read."""
    return _laid(read(_located(source)), ())


def is_shipped(source: str | Path) -> bool:
    """Whether the name of a shipped checklist is meant, not a path."""
    name = str(source)
    return not (isinstance(source, Path) or name.endswith(".toml") or "/" in name or "\\" in name)


def _located(source: str | Path) -> Path:
    name = str(source)
    if not is_shipped(source):
        return Path(source)
    if Path(name).is_file():
        message = "清单文件的名称要以 .toml 结尾：清单是纯文本，请用记事本写，编码选 UTF-8，另存为 .toml 文件"
        raise ChecklistError([Problem(name, 0, 0, message)])
    path = resources.folder("checklists") / f"{name}.toml"
    if not path.is_file():
        known = shipped_names()
        listed = f"（随工具发布的有：{'、'.join(known)}；自己的清单请写出以 .toml 结尾的路径）"
        raise ChecklistError([Problem(name, 0, 0, f"没有叫这个名字的清单{listed}", nearest(name, known))])
    return path


def _laid(own: SourceFile, above: tuple[SourceFile, ...]) -> Layer:
    identity = own.data.get("checklist")
    base = identity.get("extends") if isinstance(identity, dict) else None
    if not isinstance(base, str):
        return without_base(own)
    chain = (*above, own)
    path = _base(own, base)
    for number, file in enumerate(chain):
        if file.path.resolve() == path.resolve():
            circle = " → ".join(one.path.name for one in (*chain[number:], file))
            raise ChecklistError([_at_extends(own, f"继承绕成了圈：{circle}")])
    under = _laid(read(path), chain)
    merged = extend(own, under)
    return replace(merged, problems=(*merged.problems, *moved(own, under)))


def _base(own: SourceFile, base: str) -> Path:
    """A path is relative to the file; a name is that of a shipped checklist, or of one in the same folder."""
    beside = own.path.parent / (base if base.endswith(".toml") else f"{base}.toml")
    shipped = resources.folder("checklists") / f"{base}.toml"
    if not base.endswith(".toml") and shipped.is_file():
        return shipped
    if not beside.is_file():
        near = nearest(base, [*shipped_names(), *(path.name for path in own.path.parent.glob("*.toml"))])
        raise ChecklistError([_at_extends(own, f"找不到要继承的清单“{base}”", near)])
    return beside


def _at_extends(own: SourceFile, message: str, suggestion: str | None = None) -> Problem:
    return own.problem(own.positions.inside(("checklist", "extends"), 0), message, suggestion)
