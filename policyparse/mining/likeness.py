"""How alike documents are by their words, and what their clauses are about: TF-IDF, cosine and NMF of scikit-learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from policyparse.lexicon import Lexicon
from policyparse.mining.words import text_words, words
from policyparse.model.document import PolicyDocument

SEED = 20_240_101
"""What draws lots starts from it, so that every run gives the same."""
ROUNDS = 500


@dataclass(frozen=True, slots=True)
class Weights:
    """TF-IDF of words by documents. `matrix` is scipy's sparse one, a row a document and a column a word of `words`."""

    words: tuple[str, ...]
    counts: tuple[Mapping[str, int], ...]
    matrix: Any

    def row(self, place: int) -> dict[str, float]:
        """The weights of the words of one document; each row has length 1."""
        line = self.matrix[place]
        return {self.words[column]: float(value) for column, value in zip(line.indices, line.data, strict=True)}


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike each two documents are, 0 to 1: the cosine of their TF-IDF weights. Rows and columns in their order."""

    names: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]

    def most_alike(self) -> tuple[tuple[str, str, float], ...]:
        """All pairs, the most alike first."""
        pairs = [
            (left, self.names[j], self.values[i][j])
            for i, left in enumerate(self.names)
            for j in range(i + 1, len(self.names))
        ]
        return tuple(sorted(pairs, key=lambda pair: -pair[2]))


@dataclass(frozen=True, slots=True)
class Topic:
    """What a group of clauses is about: its heaviest words, and the clauses (document from 0, id) it is strongest in."""

    words: tuple[str, ...]
    clauses: tuple[tuple[int, str], ...]


def weights(documents: Iterable[PolicyDocument], *, lexicon: Lexicon | None = None) -> Weights:
    """The TF-IDF weights of the words of each document, logarithmic in the count, smoothed, each row of length 1."""
    lexicon = lexicon or Lexicon.load()
    return _weigh(words(document, lexicon) for document in documents)


def similarity(documents: Iterable[PolicyDocument], *, lexicon: Lexicon | None = None) -> Similarity:
    """How alike each two of the documents are by their words; a text without words is like none, itself included."""
    several = tuple(documents)
    if not several:
        return Similarity((), ())
    matrix = weights(several, lexicon=lexicon).matrix
    alike = (matrix @ matrix.T).toarray().clip(0, 1).round(6)
    return Similarity(_names(several), tuple(tuple(float(value) for value in row) for row in alike))


def topics(
    documents: Iterable[PolicyDocument], count: int = 6, *, top: int = 8, lexicon: Lexicon | None = None
) -> tuple[Topic, ...]:
    """What the clauses of the documents are about: `count` topics of `top` words each, by NMF over the clauses.

    Each clause belongs to the one topic that is strongest in it; topics with most clauses come first. Fewer topics come
    back where there are fewer clauses or words, or where a topic is strongest in none.
    """
    lexicon = lexicon or Lexicon.load()
    places = [(i, clause) for i, document in enumerate(documents) for clause in document.clauses]
    told = [(i, clause.id, found) for i, clause in places if (found := text_words(clause.text, lexicon))]
    table = _weigh(found for _, _, found in told)
    count = min(count, len(told), len(table.words))
    if count < 1:
        return ()
    from sklearn.decomposition import NMF

    model = NMF(n_components=count, init="nndsvda", random_state=SEED, max_iter=ROUNDS)
    strongest = model.fit_transform(table.matrix).argmax(axis=1)
    found_topics = []
    for topic, line in enumerate(model.components_):
        heaviest = sorted(range(len(line)), key=lambda column: (-round(float(line[column]), 9), column))[:top]
        inside = tuple(told[row][:2] for row in range(len(told)) if strongest[row] == topic)
        found_topics.append(Topic(tuple(table.words[column] for column in heaviest), inside))
    return tuple(sorted((topic for topic in found_topics if topic.clauses), key=lambda topic: -len(topic.clauses)))


def _weigh(texts: Iterable[tuple[str, ...]]) -> Weights:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfTransformer

    counts = tuple(Counter(text) for text in texts)
    known = tuple(sorted(set().union(*counts)))
    if not known:
        return Weights((), counts, csr_matrix((len(counts), 0)))
    column = {word: place for place, word in enumerate(known)}
    cells = [(row, column[word], count) for row, line in enumerate(counts) for word, count in sorted(line.items())]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(counts), len(known)), dtype=float)
    return Weights(known, counts, TfidfTransformer(sublinear_tf=True).fit_transform(matrix))


def _names(documents: tuple[PolicyDocument, ...]) -> tuple[str, ...]:
    return tuple(document.source.name or str(place) for place, document in enumerate(documents, 1))
