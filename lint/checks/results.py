"""What checks give back: outcomes of elements and findings of text rules. All spans are source offsets."""

from dataclasses import dataclass

MET = "met"
THIN = "thin"
ABSENT = "absent"
NA = "na"
REVIEW = "review"
ERROR = "error"
STATUSES = (MET, THIN, ABSENT, NA, REVIEW, ERROR)

SourceSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Trace:
    """One candidate that was looked at, for `--explain`: where, which pattern, its role and standing, the verdict."""

    span: SourceSpan
    pattern: str
    roles: tuple[str, ...]
    standing: str
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one element. `evidence` best first; `searched` are section titles; `reason` says why na or error;
    `question` is put to a person when the status is review."""

    element: str
    status: str
    evidence: tuple[SourceSpan, ...] = ()
    searched: tuple[str, ...] = ()
    nearest: SourceSpan | None = None
    anchor: SourceSpan | None = None  # where an absent element belongs
    message: str | None = None  # instead of the element's own sentence
    reason: str | None = None
    question: str | None = None
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, at one or several places (a habit is one finding with all its places).

    `message` is polite, concrete Chinese that says what to do. `suggestion` is the mended text where the fix is certain
    and the same at every place ("" where the words should go), else None; `fixes` holds that of each place (None where
    none is certain), or nothing. `basis` are ids of sources, None for those of the rule.
    `private` marks places whose text must be masked wherever it is shown.
    """

    rule: str
    severity: str  # error, warning, hint
    message: str
    places: tuple[SourceSpan, ...]
    suggestion: str | None = None
    basis: tuple[str, ...] | None = None
    private: bool = False
    fixes: tuple[str | None, ...] = ()

    @property
    def certain(self) -> dict[SourceSpan, str]:
        """The places whose mended text is certain, with it."""
        if self.suggestion is not None:
            return dict.fromkeys(self.places, self.suggestion)
        return {place: fix for place, fix in zip(self.places, self.fixes, strict=False) if fix is not None}


@dataclass(frozen=True, slots=True)
class Link:
    span: SourceSpan
    certain: bool


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """One shortcoming of the report's own list with what answers it (the chain)."""

    span: SourceSpan
    label: str
    cause: Link | None = None
    rectification: Link | None = None
    plan: Link | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A group of figures in prose that should add up; `holds` is None where it cannot be told. `formula` is the
    arithmetic written out (139 ÷ 143 = 97.2%), `verdict` in Chinese what came of it."""

    span: SourceSpan
    parts: tuple[float, ...]
    total: float
    holds: bool | None
    formula: str
    verdict: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a whole run of the checks over one report gives."""

    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    shortcomings: tuple[Shortcoming, ...] = ()
    plan_measures: tuple[SourceSpan, ...] = ()
    sums: tuple[Sum, ...] = ()
