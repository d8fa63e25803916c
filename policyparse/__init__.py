"""Mine Chinese policy documents: which clause sets which target, who leads, where it stands, what is wrong.

>>> import policyparse as pp
>>> document = pp.parse_text("一、总体要求\\n到2027年，再生水利用率达到35%以上。")
>>> [(target.indicator, target.comparator, target.value, target.unit, target.deadline) for target in document.targets]
[('再生水利用率', 'ge', 35, '%', 2027)]
"""

import importlib
import sys
import typing

from policyparse.batch import parse_many
from policyparse.check.rule import Remark, Rule
from policyparse.errors import (
    LexiconError,
    MissingExtra,
    PolicyParseError,
    ReadError,
    TextNotAtHand,
    UsageError,
)
from policyparse.frames import from_frame, to_frame
from policyparse.lexicon import Lexicon
from policyparse.model.checked import Checked
from policyparse.model.comparison import (
    ClausePair,
    Comparison,
    PartyPair,
    Passage,
    Reuse,
    Substitution,
    Survey,
    TargetPair,
    TextChange,
)
from policyparse.model.document import Clause, PolicyDocument, SourceInfo
from policyparse.model.facts import Baseline, Evidence, Figure, Party, Reference, Responsibility
from policyparse.model.failure import Failure
from policyparse.model.finding import Finding, Message, RelatedPlace
from policyparse.model.metadata import Metadata, Period, Region
from policyparse.model.repair import Piece, Repair, Step
from policyparse.model.source import Block
from policyparse.model.span import Span
from policyparse.model.text import MappedText, SourceEdit
from policyparse.pipeline import check, compare, compare_many, parse, parse_text, repair, rules
from policyparse.report.json import load, load_many
from policyparse.version import VERSION as __version__

if typing.TYPE_CHECKING:
    from policyparse import corpus, display, mining
    from policyparse.check.view import View
    from policyparse.report.save import save

__all__ = [
    "Baseline",
    "Block",
    "Checked",
    "Clause",
    "ClausePair",
    "Comparison",
    "Evidence",
    "Failure",
    "Figure",
    "Finding",
    "Lexicon",
    "LexiconError",
    "MappedText",
    "Message",
    "Metadata",
    "MissingExtra",
    "Party",
    "PartyPair",
    "Passage",
    "Period",
    "Piece",
    "PolicyDocument",
    "PolicyParseError",
    "ReadError",
    "Reference",
    "Region",
    "RelatedPlace",
    "Remark",
    "Repair",
    "Responsibility",
    "Reuse",
    "Rule",
    "SourceEdit",
    "SourceInfo",
    "Span",
    "Step",
    "Substitution",
    "Survey",
    "TargetPair",
    "TextChange",
    "TextNotAtHand",
    "UsageError",
    "View",
    "__version__",
    "check",
    "compare",
    "compare_many",
    "corpus",
    "display",
    "from_frame",
    "load",
    "load_many",
    "mining",
    "parse",
    "parse_many",
    "parse_text",
    "repair",
    "rules",
    "save",
    "to_frame",
]

_LATER = {
    "View": "policyparse.check.view",
    "corpus": "policyparse.corpus",
    "display": "policyparse.display",
    "mining": "policyparse.mining",
    "save": "policyparse.report.save",
}
"""What is loaded when it is first asked for: a third of the time of an import, and a program that parses uses none."""


def __getattr__(name: str) -> typing.Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    module = importlib.import_module(_LATER[name])
    globals()[name] = getattr(module, name, module)
    return globals()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATER})


if "IPython" in sys.modules:
    __getattr__("display").register()
