"""A wrong form, found with the words around it that tell it is wrong → the same words with the right form in them."""

_NO_FORM = frozenset("（、，《“")  # more than one right form, or an explanation
_ALIKE = {"已": "己巳", "己": "已巳", "未": "末", "末": "未", "日": "曰", "拔": "拨", "拨": "拔"}  # seldom told apart
_MOST = 2  # characters that differ; more are no slip of one word


def mended(hit: str, right: str) -> str:
    """农村事物, 事务 → 农村事务. The right form alone where it cannot be told what it stands for."""
    if len(right) == 1 and right not in hit:
        wrong = [char for char in hit if char in _ALIKE.get(right, "")]
        return hit.replace(wrong[0], right) if len(wrong) == 1 else right
    if _NO_FORM & set(right) or right in hit or sorted(hit) == sorted(right):  # the words changed places
        return right
    most = min(_MOST, max(1, len(right) // 3))
    found = []
    for start in range(len(hit)):
        for end in range(start + max(1, len(right) - most), min(len(hit), start + len(right) + most) + 1):
            far = _distance(hit[start:end], right)
            if far <= most:
                found.append(((far, abs(end - start - len(right))), start, end))
    if not found:
        return right
    best = min(found)
    if sum(one[0] == best[0] for one in found) > 1:
        return right
    return hit[: best[1]] + right + hit[best[2] :]


def _distance(one: str, other: str) -> int:
    """How many characters are to be changed, put in or taken out."""
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, wanted in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (char != wanted))
    return row[-1]
