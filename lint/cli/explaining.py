"""What `qingdan explain` says: the entries that are meant, looked up in the checklists in force."""

from collections.abc import Iterable, Sequence

from lint import __version__
from lint.checklist.checklist import Checklist
from lint.checklist.load import load
from lint.checklist.model import Element, Rule
from lint.checklist.problems import nearest
from lint.cli.codes import CLEAN, WRONG
from lint.cli.policies import Where, settings
from lint.cli.streams import send, show, tell
from lint.policy.config import CommandLine
from lint.render.rule_help import Entry, entry
from lint.shelf import shipped

SCHEMA = 1


def explain_rules(asked: Sequence[str], checklist: str | None, where: Where, form: str, *, whole: bool) -> int:
    """The exit code. What is known is shown even when a name is not. Raises ChecklistError, click.UsageError."""
    checklists = _checklists(checklist, where)
    found: list[Entry] = []
    unknown = []
    for name in dict.fromkeys(asked):
        entries = _entries(name, checklists)
        found += [one for one in entries if one not in found]
        if not entries:
            unknown.append(name)
    _show(found, form, whole)
    for name in unknown:
        tell(_unknown(name, checklists))
    return WRONG if unknown else CLEAN


def _checklists(named: str | None, where: Where) -> list[Checklist]:
    """The named one, else those of the configuration, else the shipped ones: the most extensive of each line first, so
    that an entry is explained as it is used."""
    in_force = settings(CommandLine(named), (), where)
    sources = [value.said for value in in_force.checklists() if value.said is not None]
    if sources:
        return [load(source) for source in dict.fromkeys(sources)]
    known = [load(name) for name in shipped()]
    bases = {one.identity.id: len(one.sources) for one in known}
    layers = {one.identity.id for one in known if one.identity.extends in bases and not _alone(one, known)}
    return sorted(known, key=lambda one: (one.identity.abstract, one.identity.id in layers, one.identity.id))


def _alone(checklist: Checklist, known: Iterable[Checklist]) -> bool:
    """Whether a report can choose it: what it extends is abstract."""
    base = next(one for one in known if one.identity.id == checklist.identity.extends)
    return base.identity.abstract


def _entries(asked: str, checklists: Sequence[Checklist]) -> list[Entry]:
    """What a name means: an id, one with its checklist ("township/F1"), or a part of a rule ("sums.1"). The first
    checklist that has it counts, unless the user named several (then each that says something else)."""
    owner, _, name = asked.rpartition("/")
    found: list[Entry] = []
    for checklist in checklists:
        if owner and checklist.identity.id.casefold() != owner.casefold():
            continue
        spec = _spec(name, checklist)
        if spec is None:
            continue
        one = entry(checklist, spec)
        if not any(_same(one, other) for other in found):
            found.append(one)
    return found


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries differ in nothing but the checklist that they were read from."""
    return {**one, "checklist": None} == {**other, "checklist": None}


def _spec(name: str, checklist: Checklist) -> Element | Rule | None:
    known = {spec.id.casefold(): spec for spec in (*checklist.file.rule, *checklist.file.element)}
    wanted = name.casefold()
    while wanted:
        if wanted in known:
            return known[wanted]
        wanted = wanted.rpartition(".")[0]
    return None


def _show(found: list[Entry], form: str, whole: bool) -> None:
    if form == "json":
        from lint.render.json_text import dump  # noqa: PLC0415

        tool = {"name": "qingdan", "version": __version__}
        send(dump({"schema": SCHEMA, "tool": tool, "rules": found}, indent=2) + "\n")
        return
    from lint.render.rule_help_text import markdown, text  # noqa: PLC0415

    if found:
        show(text(found, whole=whole) if form == "text" else markdown(found, whole=whole))


def _unknown(name: str, checklists: Sequence[Checklist]) -> str:
    titles = {spec.id: spec.title for one in checklists for spec in (*one.file.rule, *one.file.element)}
    by_name = next((ident for ident, title in titles.items() if name in title), None)  # asked by the name
    near = by_name or nearest(name.rpartition("/")[2], titles)
    asked = f"是否想写“{near}”（{titles[near]}）？" if near else f"有 {'、'.join(titles)}。"
    return f"没有“{name}”这个要素或规则。{asked}"
