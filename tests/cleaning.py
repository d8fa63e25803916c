"""A text made clean, for the tests of the steps."""

from policyparse.lexicon import Lexicon
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.normalize import normalize

LEXICON = Lexicon.load()


def mapped(text: str) -> MappedText:
    return normalize(Source(text=text), LEXICON)


def clean(text: str) -> str:
    return mapped(text).text


def reasons(text: str) -> list[str]:
    return [str(edit.reason) for edit in mapped(text).edits]
