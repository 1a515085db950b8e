"""A remedy in the words of whoever issued the report. The checklist's own words are a 镇's."""

from lint.checklist.elements import Remedy
from lint.record import shape

# longest first; 本乡镇, 乡镇 and 城镇 are no kind of issuer and stay as they are
_TOWN = (
    ("〔　〕镇人民政府", "〔　〕乡人民政府"),
    ("镇党委", "乡党委"),
    ("镇长", "乡长"),
    ("〔　〕镇", "〔　〕乡"),
    ("全镇", "全乡"),
    ("本镇", "本乡"),
)
_SUBDISTRICT = (
    ("〔　〕县〔　〕镇人民政府", "〔　〕区人民政府〔　〕街道办事处"),
    ("县委、县政府", "区委、区政府"),
    ("镇党委书记、镇长", "街道党工委书记、办事处主任"),
    ("镇党委、政府", "街道党工委、办事处"),
    ("党委书记、镇长", "党工委书记、办事处主任"),
    ("〔　〕镇", "〔　〕街道"),
    ("全镇", "全街道"),
    ("本镇", "本街道"),
)
_KINDS = {"乡": _TOWN, "街道": _SUBDISTRICT}


def remedy(given: Remedy, kind: str) -> shape.Remedy:
    """The remedy as a 镇, 乡 or 街道 would write it; for any other kind as the checklist has it."""
    sample = given.sample
    for town, other in _KINDS.get(kind, ()):
        sample = sample.replace(town, other)
    return {"text": given.text, "sample": sample}
