"""Samples speak as the issuer does."""

import pytest

from lint.checklist.elements import Remedy
from lint.record.voice import remedy

SAMPLE = Remedy(
    text="写清谁来抓。", sample="〔　〕县〔　〕镇人民政府：镇党委书记、镇长对全镇〔　〕亲自部署，以本镇为被告〔　〕件。"
)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("镇", SAMPLE.sample),
        ("", SAMPLE.sample),
        ("乡", "〔　〕县〔　〕乡人民政府：乡党委书记、乡长对全乡〔　〕亲自部署，以本乡为被告〔　〕件。"),
        (
            "街道",
            "〔　〕区人民政府〔　〕街道办事处："
            "街道党工委书记、办事处主任对全街道〔　〕亲自部署，以本街道为被告〔　〕件。",
        ),
    ],
)
def test_a_sample_names_the_offices_of_the_issuer(kind: str, said: str) -> None:
    assert remedy(SAMPLE, kind) == {"text": "写清谁来抓。", "sample": said}
