"""The page's content security policy: nothing from outside, and inside only our own style and script."""

from base64 import b64encode
from hashlib import sha256


def content_policy(styles: tuple[str, ...], scripts: tuple[str, ...]) -> str:
    """A policy that lets exactly these inline texts work, and nothing else."""
    return (
        f"default-src 'none'; style-src {_hashes(styles)}; script-src {_hashes(scripts)}; "
        "base-uri 'none'; form-action 'none'"
    )


def css_string(text: str) -> str:
    """A text as a CSS string; every character that is no letter or digit becomes an escape."""
    return '"' + "".join(char if char.isalnum() else f"\\{ord(char):06x}" for char in text) + '"'


def _hashes(texts: tuple[str, ...]) -> str:
    said = (f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'" for text in texts)
    return " ".join(said) or "'none'"
