"""What stands in many documents together: their words and terms, how alike they are, who works with whom, what grows.

The words are those that jieba finds with a dictionary of the field; weights and likeness are scikit-learn's. Neither is
loaded before it is used. Everything is the same on every run: what draws lots has a fixed seed.
"""

from policyparse.mining.bodies import Association, Partners, associations, partners
from policyparse.mining.indicators import Point, series
from policyparse.mining.likeness import Similarity, Topic, Weights, similarity, topics, weights
from policyparse.mining.terms import Keyword, Term, keywords, terms
from policyparse.mining.words import words

__all__ = [
    "Association",
    "Keyword",
    "Partners",
    "Point",
    "Similarity",
    "Term",
    "Topic",
    "Weights",
    "associations",
    "keywords",
    "partners",
    "series",
    "similarity",
    "terms",
    "topics",
    "weights",
    "words",
]
