"""Ways to spoil a report: each takes bytes and a source of chance, and gives other bytes."""

import random
from collections.abc import Callable

ODD = [
    "",
    "\x00",
    "\ufeff",
    "\u202e",
    "\u3000" * 40,
    "（" * 30,
    "》《",
    "一、" * 20,
    "20" * 50,
    "𠮷",
    "e\u0301",
    "<script>",
    "\r",
    "．",
]


def cut(data: bytes, chance: random.Random) -> bytes:
    """Ends too early, maybe inside a character."""
    return data[: chance.randrange(len(data) + 1)]


def flip(data: bytes, chance: random.Random) -> bytes:
    """A few bytes are others."""
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


def shuffle(data: bytes, chance: random.Random) -> bytes:
    """Its lines in another order."""
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def glue(data: bytes, chance: random.Random) -> bytes:
    """Without line ends, or with too many."""
    return data.replace(b"\n", chance.choice([b"", b"\n\n\n", b"\r", b" \n", "\u2028".encode()]))


def strew(data: bytes, chance: random.Random) -> bytes:
    """Odd characters between its own."""
    text = data.decode("utf-8", "replace")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(ODD) + text[at:]
    return text.encode("utf-8", "replace")


def repeat(data: bytes, chance: random.Random) -> bytes:
    """One of its lines many times."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[:at], *[lines[at]] * chance.randint(2, 60), *lines[at:]])


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (cut, flip, shuffle, glue, strew, repeat)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """One to three mutations one after the other."""
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(MUTATIONS)(data, chance) if data else data
    return data
