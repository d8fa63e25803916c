"""Source to clean text: one paragraph a line, simplified characters, one width, and an exact map back.

First comes what the format of the file has told (`blocks`). Each step is a module with one function of the same shape: it looks at the text as the steps before it left it and gives
edits with a reason; `apply` alone reckons with offsets. The order matters:

1. `characters`: line ends, controls, invisible and private-use characters, radicals
2. `pronunciations`: syllables in brackets that a converter left behind characters
3. `pages`: page numbers and running heads of a text taken from pages
4. `lines`: hard-wrapped lines become paragraphs; before 5 and 6, which look at what stands around a character
5. `width`: punctuation, digits and letters in the width that the context wants
6. `script`: traditional paragraphs become simplified
7. `furniture`: lines of a web page at both ends, told by rows in simplified characters and full-width punctuation
8. `links`: links that an encyclopaedia sets beside headings
9. `blanks`: blanks that carry nothing
10. `words`: Taiwan words and torn words in paragraphs that 6 converted
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from policyparse.lexicon import Lexicon
from policyparse.model.source import Source
from policyparse.model.text import Edit, MappedText
from policyparse.normalize.apply import apply
from policyparse.normalize.blanks import blanks
from policyparse.normalize.blocks import blocks, is_set_in_lines, outside, table_places
from policyparse.normalize.characters import characters
from policyparse.normalize.furniture import furniture
from policyparse.normalize.lines import lines
from policyparse.normalize.links import links
from policyparse.normalize.pages import pages
from policyparse.normalize.pronunciations import pronunciations
from policyparse.normalize.script import script
from policyparse.normalize.width import width
from policyparse.normalize.words import words

Step = Callable[[MappedText, Lexicon], Iterable[Edit]]

STEPS: tuple[Step, ...] = (characters, pronunciations, pages, lines, width, script, furniture, links, blanks, words)
"""The steps in their order. Each takes the text so far and gives edits on it, in text order, without overlap."""


RE_FLOW: tuple[Step, ...] = (pages, lines)
"""The steps that tell pages and paragraphs from the words alone, where the format of the file does not."""


def normalize(source: Source, lexicon: Lexicon) -> MappedText:
    """The clean text of `source`, its map and the edits with their reasons (`policyparse.model.reason.Reason`)."""
    text = apply(MappedText.replay(source.text, ()), blocks(source))
    told = is_set_in_lines(source)
    tables = table_places(source)
    for step in STEPS:
        if step not in RE_FLOW:
            text = apply(text, step(text, lexicon))
        elif not told:
            edits = step(text, lexicon)
            text = apply(text, outside(edits, tables, text) if tables else edits)
    return text
