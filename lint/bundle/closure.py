"""Which distributions a target needs. pip evaluates markers for the computer it runs on, so this is done here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import NormalizedName, canonicalize_name

from lint.bundle.target import Target
from lint.bundle.wheels import Wheel


@dataclass(frozen=True)
class Need:
    """A distribution that is needed."""

    name: NormalizedName
    versions: SpecifierSet
    extras: frozenset[str]
    wanted_by: tuple[str, ...]

    def line(self) -> str:
        """As pip takes it, without extras: what they bring is needed under its own name."""
        return f"{self.name}{self.versions}"


def needs_of(roots: Iterable[Requirement], wheels: Mapping[NormalizedName, Wheel], target: Target) -> tuple[Need, ...]:
    """All that the roots need on the target as far as these wheels tell, by name."""
    found: dict[NormalizedName, Need] = {}
    waiting = [(root, "qingdan") for root in roots]
    while waiting:
        requirement, wanted_by = waiting.pop(0)
        name = canonicalize_name(requirement.name)
        old = found.get(name, Need(name, SpecifierSet(), frozenset(), ()))
        new = Need(
            name,
            old.versions & requirement.specifier,
            old.extras | requirement.extras,
            tuple(sorted({*old.wanted_by, wanted_by})),
        )
        known = name in found
        found[name] = new
        if name in wheels and (not known or new.extras != old.extras):
            wheel = wheels[name]
            waiting += [(one, wheel.name) for one in wheel.requires if _holds(one, new.extras, target)]
    return tuple(found[name] for name in sorted(found))


def lacking(needs: Iterable[Need], wheels: Mapping[NormalizedName, Wheel]) -> tuple[Need, ...]:
    """The needs for which there is no wheel, or one of a version that is not wanted."""
    return tuple(
        need
        for need in needs
        if need.name not in wheels or not need.versions.contains(wheels[need.name].version, prereleases=True)
    )


def unfit(wheel: Wheel, target: Target) -> str | None:
    """Why a wheel cannot be installed on the target; None when it can."""
    if not wheel.tags & target.tags():
        return f"{wheel.path.name} 不是给 {target.name}、Python {target.version} 的"
    if not any(wheel.python.contains(env["python_full_version"], prereleases=True) for env in target.environments()):
        return f"{wheel.name} {wheel.version} 要求 Python {wheel.python}"
    return None


def _holds(requirement: Requirement, extras: frozenset[str], target: Target) -> bool:
    if requirement.marker is None:
        return True
    return any(
        requirement.marker.evaluate({**environment, "extra": extra})
        for environment in target.environments()
        for extra in ("", *sorted(extras))
    )
