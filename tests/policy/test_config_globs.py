"""Which paths a pattern means."""

import pytest

from lint.policy.config_globs import matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("乡镇/**", "乡镇/梨溪.txt"),
        ("乡镇/**", "乡镇/2024/梨溪.txt"),
        ("乡镇", "乡镇/2024/梨溪.txt"),
        ("乡镇/", "乡镇/梨溪.txt"),
        ("./乡镇/*.txt", "乡镇/梨溪.txt"),
        ("**/2024/*", "乡镇/2024/梨溪.txt"),
        ("**/2024/*", "2024/梨溪.txt"),
        ("乡镇/**/梨溪.txt", "乡镇/梨溪.txt"),
        ("*.docx", "乡镇/2024/梨溪.docx"),
        ("梨溪*", "乡镇/梨溪镇/报告.docx"),
        ("**", "梨溪.txt"),
        ("乡镇\\*.txt", "乡镇/梨溪.txt"),
        ("梨?.txt", "梨溪.txt"),
        ("[梨栗]溪.txt", "栗溪.txt"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
    ],
)
def test_it_means(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("乡镇/*.txt", "乡镇/2024/梨溪.txt"),  # * stays inside a name
        ("乡镇/**", "街道/梨溪.txt"),
        ("乡镇/**", "旧/乡镇/梨溪.txt"),  # a pattern with / begins at the folder of the configuration
        ("梨溪", "梨溪.txt"),
        ("*.docx", "梨溪.txt"),
        ("/", "梨溪.txt"),
    ],
)
def test_it_does_not_mean(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_a_hostile_pattern_takes_no_time() -> None:
    assert not matches("**/" * 60 + "*a" * 60 + "b", "a/" * 100 + "a" * 200)
