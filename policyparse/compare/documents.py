"""Two documents side by side: the whole comparison."""

from __future__ import annotations

from policyparse.compare.align import LEAST, Evidence, assign, equal_clauses
from policyparse.compare.assignment import Match
from policyparse.compare.clauses import Pages, lay
from policyparse.compare.folding import foldings
from policyparse.compare.groups import Half, joined
from policyparse.compare.parties import pair_parties
from policyparse.compare.reuse import reuse
from policyparse.compare.shingles import Likeness, shingled, weigh
from policyparse.compare.sides import read_side
from policyparse.compare.targets import pair_targets
from policyparse.compare.titles import title_likeness
from policyparse.lexicon import Lexicon
from policyparse.model.comparison import Comparison
from policyparse.model.comparison import Side as Summary
from policyparse.model.document import PolicyDocument


def compare(left: PolicyDocument, right: PolicyDocument, *, lexicon: Lexicon | None = None) -> Comparison:
    """Lay two documents side by side: a city's plan and a county's, or two versions of one document.

    `left` is what `right` is compared with. Neither is changed. Raises `TextNotAtHand` where one of them was loaded
    from JSON without its text. Time and memory grow with the product of the numbers of clauses.
    """
    lexicon = lexicon or Lexicon.load()
    ours, theirs = read_side(left, lexicon), read_side(right, lexicon)
    half, other = Half(ours, shingled(ours, lexicon)), Half(theirs, shingled(theirs, lexicon))
    links = corresponding(half, other, lexicon)
    parties = pair_parties(ours, theirs, links, lexicon)
    reused = reuse(ours, theirs, lexicon)
    laid = lay(Pages(half, other, *foldings(ours, theirs, parties)), links, reused.shares, lexicon)
    return Comparison(
        left=summary(left),
        right=summary(right),
        similarity=laid.similarity,
        substitutions=laid.substitutions,
        opening=laid.opening,
        clauses=laid.clauses,
        targets=pair_targets(ours, theirs, links, lexicon),
        parties=parties,
        reuse=reused.whole,
    ).holding(left, right)


def corresponding(left: Half, right: Half, lexicon: Lexicon) -> list[Match]:
    """The clauses that correspond, by their indices, in the order of the left document."""
    full, others = left.shingled.full, right.shingled.full
    texts = Likeness(full, others, weigh((*left.shingled.own, *right.shingled.own))).dice(LEAST)
    titles = title_likeness(left.side, right.side, lexicon)
    evidence = Evidence(texts, titles, equal_clauses(left.side, right.side))
    return joined(left, right, titles, assign(left.side, right.side, evidence))


def summary(document: PolicyDocument) -> Summary:
    """What a comparison tells of a document: where it came from, and its elements."""
    return Summary(source=document.without_text().source, metadata=document.metadata)
