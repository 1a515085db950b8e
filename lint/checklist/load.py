"""From a name or a path to a Checklist."""

import hashlib
from pathlib import Path

import msgspec
import tomli

from lint import resources
from lint.checklist.checklist import Checklist
from lint.checklist.model import ChecklistFile


def load(source: str | Path) -> Checklist:
    """The checklist of a shipped id or a path, with what it extends."""
    path = Path(source)
    if not path.suffix:
        path = resources.folder("checklists") / f"{source}.toml"
    data, digest, sources = _merged(path)
    return Checklist(msgspec.convert(data, ChecklistFile), digest.hexdigest(), tuple(sources))


def _merged(path: Path):
    raw = path.read_bytes()
    data = tomli.loads(raw.decode("utf-8-sig"))
    digest = hashlib.sha256(raw)
    base = data["checklist"].get("extends")
    if not base:
        return data, digest, [str(path)]
    under, more, sources = _merged(path.parent / f"{base}.toml")
    digest.update(more.digest())
    removed = set(data["checklist"].get("remove", ()))
    merged = {"checklist": {**{k: v for k, v in under["checklist"].items() if k in ("limits", "groups")}, **data["checklist"]}}
    for key in ("vocabulary", "cues", "roles"):
        merged[key] = {**under.get(key, {}), **data.get(key, {})}
    if chain := data.get("chain") or under.get("chain"):
        merged["chain"] = chain
    for key in ("basis", "element", "rule"):
        rows = {row["id"]: row for row in under.get(key, ()) if row["id"] not in removed}
        for row in data.get(key, ()):
            rows[row["id"]] = {**rows.get(row["id"], {}), **row}
        merged[key] = list(rows.values())
    return merged, digest, [str(path), *sources]
