"""Fingerprints: what is the same finding in the next draft. No line, no section, no path is in them."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from lint.document.lazy import lazy
from lint.record import shape

_VERSION = "1"
_FIGURE = "(?:[一二三四五六七八九十百〇零]+|[0-9]{1,3})"
_NUMBER = lazy(rf"^(?:第{_FIGURE}[章节条]|第{_FIGURE}部分|[(]{_FIGURE}[)]|{_FIGURE}(?:[、)]|[.](?![0-9])))[、:]?")


def normalised(quote: str) -> str:
    """The quote without what a reformatting changes: width, case and white space."""
    return "".join(unicodedata.normalize("NFKC", quote).casefold().split())


def said(quote: str) -> str:
    """The normalised quote without the number of a heading or an item, which changes when a part is put before it; a
    quote that is a number only stays."""
    whole = normalised(quote)
    return _NUMBER.sub("", whole, count=1) or whole


def subject(finding: shape.Finding) -> str:
    """What a finding is about: the expected element, or the quote that most of its places share."""
    if finding["element"] is not None:
        return f"element:{finding['element']}"
    counted = Counter(said(place["quote"]) for place in finding["places"])
    return min(counted, key=lambda quote: (-counted[quote], quote), default="")


def set_fingerprints(findings: Sequence[shape.Finding]) -> None:
    """Give each finding its fingerprint; equals are told apart by their order, so `findings` must be sorted."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding["rule"], subject(finding))
        finding["fingerprint"] = _digest(*key, seen[key])
        seen[key] += 1


def of_element(ident: str) -> str:
    """The fingerprint of an element, whatever became of it: that of the finding which restates its outcome."""
    return _digest(ident, f"element:{ident}", 0)


def of_quote(rule: str, quote: str) -> str:
    """The fingerprint of the first finding of a text rule at a place with this quote only."""
    return _digest(rule, said(quote), 0)


def _digest(rule: str, about: str, ordinal: int) -> str:
    parts = "\0".join((_VERSION, rule, about, str(ordinal)))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
