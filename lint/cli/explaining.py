"""What `qingdan explain` says: the entries that are meant, looked up in the checklists in force."""

from collections.abc import Sequence

from lint import __version__
from lint.checklist.checklist import Checklist
from lint.checklist.load import load
from lint.checklist.model import Element, Rule
from lint.checklist.problems import nearest
from lint.cli.codes import CLEAN, WRONG
from lint.cli.policies import Where, settings
from lint.cli.streams import send, show, tell
from lint.policy.config import CommandLine
from lint.render.rule_help import Entry, entry, owner, same
from lint.shelf import offered, shipped

SCHEMA = 1


def explain_rules(asked: Sequence[str], checklist: str | None, where: Where, form: str, *, whole: bool) -> int:
    """The exit code. What is known is shown even when a name is not. Raises ChecklistError, click.UsageError."""
    checklists = _checklists(checklist, where)
    found: list[Entry] = []
    unknown = []
    for name in dict.fromkeys(asked):
        entries = _entries(name, checklists) or _own(name)
        found += [one for one in entries if one not in found]
        if not entries:
            unknown.append(name)
    _show(found, form, whole)
    for name in unknown:
        tell(_unknown(name, checklists))
    return WRONG if unknown else CLEAN


def _checklists(named: str | None, where: Where) -> list[Checklist]:
    """The named one, else those of the configuration, else the shipped ones: those that a report can choose first, the
    layers over them next, the abstract ones last."""
    in_force = settings(CommandLine(named), (), where)
    sources = [value.said for value in in_force.checklists() if value.said is not None]
    if sources:
        return [load(source) for source in dict.fromkeys(sources)]
    known = [load(name) for name in shipped()]
    choosable = {one.name for one in offered()}
    return sorted(known, key=lambda one: (one.identity.abstract, one.identity.id not in choosable, one.identity.id))


def _entries(asked: str, checklists: Sequence[Checklist]) -> list[Entry]:
    """What a name means: an id, one with its checklist ("township/F1"), or a part of a rule ("sums.1"). Where
    checklists say different things by one id, all of them."""
    wanted, _, name = asked.rpartition("/")
    found: list[tuple[Checklist, Element | Rule, Entry]] = []
    for checklist in checklists:
        if wanted and checklist.identity.id.casefold() != wanted.casefold():
            continue
        spec = _spec(name, checklist)
        if spec is None:
            continue
        known = next((known for one, other, known in found if same((one, other), (checklist, spec))), None)
        if known is None:
            found.append((checklist, spec, entry(checklist, spec)))
        else:
            known["checklists"].append(owner(checklist))
    return [one for _, _, one in found]


def _own(name: str) -> list[Entry]:
    from lint.render.rule_help_own import own_entry  # noqa: PLC0415  brings the formats with it

    one = own_entry(name)
    return [one] if one else []


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
    from lint.render.rule_help_own import IDENTS, own_entry  # noqa: PLC0415

    titles = {spec.id: spec.title for one in checklists for spec in (*one.file.rule, *one.file.element)}
    by_name = next((ident for ident, title in titles.items() if name in title), None)  # asked by the name
    near = by_name or nearest(name.rpartition("/")[2], titles)
    if near is None and (like := nearest(name, IDENTS)) and (one := own_entry(like)):
        near, titles = like, titles | {like: one["title"]}
    asked = f"是否想写“{near}”（{titles[near]}）？" if near else f"有 {'、'.join(titles)}。"
    return f"没有“{name}”这个要素或规则。{asked}"
