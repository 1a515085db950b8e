"""The shape of the record, key by key. The published JSON Schema is made from these types."""

from typing import Literal, TypedDict

Status = Literal["met", "thin", "absent", "na", "review", "error"]
Severity = Literal["error", "warning", "hint"]


class Place(TypedDict):
    """A located piece of a document.

    `start` and `end` count code points of the extracted text (decoded, BOM removed, line ends "\\n"); `line` and
    `column` count from 1; ends are exclusive; what the format cannot know is null.
    """

    quote: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    section: str | None
    paragraph: int | None
    page: int | None


class Link(Place):
    """What answers a shortcoming; `certain` is false where only likeness speaks for it (可能对应)."""

    certain: bool


class Basis(TypedDict):
    """One legal source, as it applies to this issuer. `cite` is a sentence ready to be shown."""

    title: str
    number: str
    article: str
    rank: str
    wording: str | None
    paraphrase: str | None
    by_reference: bool
    note: str | None
    cite: str


class Remedy(TypedDict):
    """What to write, and a sample with 〔　〕 for the blanks."""

    text: str
    sample: str


class Verdict(TypedDict):
    """What a reviewer said (复核意见): of a finding or a conclusion `agree` or `disagree`; `waived` for what may stay
    as it is; of a question put to a person (review) `met` or `unmet`. `by` is the person, `office` the body that stands
    behind it. Dates are written 2026-03-01; `until` is the last day on which it holds."""

    verdict: Literal["agree", "disagree", "waived", "met", "unmet"]
    reason: str | None
    office: str | None
    by: str | None
    date: str | None
    until: str | None


class Lapsed(Verdict):
    """A verdict of an earlier draft that holds no longer; `why` says in Chinese why not, `about` what it was about."""

    fingerprint: str
    rule: str
    about: str
    why: str


class Reviewed(TypedDict):
    """Verdicts on one report, counted: those that hold by what they say, and those that hold no longer; `refuted` of
    those that disagree are about a met element or one that does not apply. `files` are where they stand."""

    files: list[str]
    agree: int
    disagree: int
    waived: int
    met: int
    unmet: int
    refuted: int
    lapsed: int


class Element(TypedDict):
    """What became of one element of the checklist."""

    id: str
    title: str
    group: str
    status: Status
    severity: Severity
    message: str
    basis: list[Basis]
    evidence: list[Place]
    searched: list[str]
    nearest: Place | None
    reason: str | None
    question: str | None
    remedy: Remedy | None
    fingerprint: str
    verdict: Verdict | None


class Shortcoming(Place):
    """One shortcoming that the report admits, with what answers it."""

    label: str
    cause: Link | None
    rectification: Link | None
    plan: Link | None


class Sum(Place):
    """Figures that should add up, or a part, a whole and their rate; `holds` is null where it cannot be told. `formula`
    is the arithmetic written out (139 ÷ 143 = 97.2%), `verdict` in Chinese what came of it."""

    parts: list[int | float]
    total: int | float
    holds: bool | None
    formula: str
    verdict: str


class Finding(Place):
    """One thing to mend; the keys of a place give the first of `places`.

    `element` is set on a finding that restates an element's outcome. `waived` says why the finding counts no longer:
    by a waiver, by a reviewer's verdict or because it stands in the baseline; null when it counts.
    """

    rule: str
    severity: Severity
    message: str
    places: list[Place]
    count: int
    element: str | None
    basis: list[Basis]
    suggestion: str | None
    fingerprint: str
    verdict: Verdict | None
    waived: dict[str, str | None] | None


class Heading(Place):
    """One heading of the report as it was understood."""

    level: int
    number: str
    text: str
    roles: list[str]


class Score(TypedDict):
    """Numbers of elements by status; `applicable` is met + thin + absent."""

    met: int
    thin: int
    absent: int
    applicable: int
    na: int
    review: int
    error: int


class Inherited(TypedDict):
    """A checklist that the one used extends; `pinned` when it wrote down the version or the fingerprint it is for."""

    id: str
    version: str
    sha256: str
    pinned: bool


class Checklist(TypedDict):
    """Which checklist was used; `sha256` is over the bytes of its file and of all that it extends, which are listed in
    `extends`, the nearest first."""

    id: str
    title: str
    version: str
    sha256: str
    extends: list[Inherited]


class Report(TypedDict):
    """One checked file. `score` is null when the file is no report of the kind the checklist is for."""

    path: str
    sha256: str
    format: str
    encoding: str | None
    title: str | None
    issuer: str | None
    report_year: int | None
    date: str | None
    today: str
    checklist: Checklist
    remarks: list[str]
    recognised: bool
    score: Score | None
    elements: list[Element]
    shortcomings: list[Shortcoming]
    plan_measures: list[Place]
    sums: list[Sum]
    findings: list[Finding]
    reviewed: Reviewed | None
    lapsed: list[Lapsed]
    outline: list[Heading]


class Tool(TypedDict):
    name: str
    version: str


class Failed(TypedDict):
    """One file that could not be read or checked."""

    path: str
    message: str


class PolicyFinding(TypedDict):
    """What is amiss with the configuration or the baseline, not with a report: a waiver that has expired or is of no
    use. `path` is that of the file, `line` counts from 1 and is null where it is the file as a whole."""

    path: str
    line: int | None
    rule: str
    severity: Severity
    message: str


class Record(TypedDict):
    """What `--format json` prints. `checklist` is null when the reports were checked by different ones, or by none."""

    schema: int
    tool: Tool
    checklist: Checklist | None
    reports: list[Report]
    errors: list[Failed]
    policy_findings: list[PolicyFinding]


class ReportLine(Report):
    """One line of `--format jsonl`: one report, with what it was checked by."""

    schema: int
    tool: Tool


class FailureLine(Failed):
    """One line of `--format jsonl`: one file that could not be checked."""

    schema: int
    tool: Tool


class PolicyLine(PolicyFinding):
    """One line of `--format jsonl`: what is amiss with the configuration or the baseline; these lines come last."""

    schema: int
    tool: Tool
