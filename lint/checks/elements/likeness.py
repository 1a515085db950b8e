"""How alike two short stretches of a report are: shared topics of the checklist and rare character pairs.

Character pairs need no word list; pairs that stand in most stretches of the report (the report's own subject) weigh
almost nothing. A stretch of a few dozen characters is too short for more than a hint, so topics count beside.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

_HAN = re.compile(r"[\u4e00-\u9fff]+")


class Likeness:
    """Compares stretches of one report: `texts` are all that will be compared, `topics[i]` the topics of texts[i]."""

    def __init__(self, texts: Sequence[str], topics: Sequence[frozenset[str]]) -> None:
        self._pairs = [Counter(_pairs(text)) for text in texts]
        self._topics = list(topics)
        documents: Counter[str] = Counter()
        for pairs in self._pairs:
            documents.update(pairs.keys())
        total = max(1, len(texts))
        self._weight = {pair: math.log((1 + total) / n) for pair, n in documents.items()}
        spread: Counter[str] = Counter(topic for found in topics for topic in found)
        self._topic_weight = {topic: math.log((1 + total) / n) / math.log(1 + total) for topic, n in spread.items()}
        self._norms = [math.sqrt(sum((n * self._weight[p]) ** 2 for p, n in pairs.items())) for pairs in self._pairs]

    def words(self, a: int, b: int) -> float:
        """Cosine of the weighted character pairs, 0 to 1."""
        if not self._norms[a] or not self._norms[b]:
            return 0.0
        small, large = sorted((self._pairs[a], self._pairs[b]), key=len)
        dot = sum(n * large[p] * self._weight[p] ** 2 for p, n in small.items() if p in large)
        return dot / (self._norms[a] * self._norms[b])

    def topics(self, a: int, b: int) -> float:
        """Weight of the shared topics, 0 to about 1: rare topics count most."""
        shared = self._topics[a] & self._topics[b]
        return max((self._topic_weight[topic] for topic in shared), default=0.0) + 0.2 * max(0, len(shared) - 1)

    def score(self, a: int, b: int) -> float:
        """Both together; from about 0.2 up two stretches speak of the same thing."""
        return self.words(a, b) + 0.35 * self.topics(a, b)


def _pairs(text: str) -> list[str]:
    return [run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1)]
