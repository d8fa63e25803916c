"""The words of a text: jieba with the words of the lexicons added, in a tokenizer of our own.

jieba keeps its prepared dictionary in the shared temporary folder and loads it from there unseen, so that anybody on
the machine could place another; ours lies in a folder that only the user can write. Its messages on start are held back.
"""

from __future__ import annotations

import logging
import os
import re
import tempfile
import warnings
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from policyparse.lexicon import Lexicon
from policyparse.model.document import PolicyDocument

if TYPE_CHECKING:
    import jieba

CACHE_SETTING = "POLICYPARSE_CACHE"
"""Environment variable that names the folder for prepared dictionaries."""
PIECE = 5_000
"""Characters that are taken apart at once, so that memory does not grow with a text without punctuation."""
RUN = re.compile(r"[一-鿿㐀-䶿]+|[A-Za-z][A-Za-z0-9+.-]{0,40}")
HAN = re.compile(r"[一-鿿㐀-䶿]{2,}")
LABEL = re.compile(r"第[一二三四五六七八九十百零〇]{1,6}[编章节条款项]")
"""第二章, which only numbers what follows."""


def words(document: PolicyDocument, lexicon: Lexicon | None = None, *, stop: bool = True) -> tuple[str, ...]:
    """The words of a document's clean text in their order: of two and more Han characters or Latin letters.

    Labels (第二章) and words that tell nothing (stop_words.tsv) are left out, unless `stop` is false. Raises `TextNotAtHand` where the
    document was loaded without its text.
    """
    lexicon = lexicon or Lexicon.load()
    return text_words(document.mapped.text, lexicon, stop=stop)


def text_words(text: str, lexicon: Lexicon, *, stop: bool = True) -> tuple[str, ...]:
    """As `words`, of a clean text."""
    return tuple(word for run in word_runs(text, lexicon, stop=stop) for word in run)


def word_runs(text: str, lexicon: Lexicon, *, stop: bool = True) -> Iterator[tuple[str, ...]]:
    """The words of each stretch without punctuation or digits; a word that is left out parts a stretch in two."""
    tokenizer, silent = tokenizer_of(lexicon), _stop_words(lexicon) if stop else frozenset()

    def kept(word: str) -> bool:
        whole = HAN.fullmatch(word) or (word.isascii() and len(word) > 1)
        return bool(whole) and not (stop and (word in silent or LABEL.fullmatch(word)))

    for match in RUN.finditer(text):
        for start in range(match.start(), match.end(), PIECE):
            run: list[str] = []
            for word in tokenizer.cut(text[start : min(start + PIECE, match.end())]):
                if kept(word):
                    run.append(word)
                elif run:
                    yield tuple(run)
                    run = []
            if run:
                yield tuple(run)


@lru_cache(maxsize=4)
def tokenizer_of(lexicon: Lexicon) -> jieba.Tokenizer:
    """A tokenizer that knows the lexicon's words. The first one of a user takes a second, as it prepares the cache."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own source warns on newer Pythons
        import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(cache_folder())
    tokenizer.initialize()
    for word in dictionary(lexicon):
        tokenizer.add_word(word)
    return tokenizer


def dictionary(lexicon: Lexicon) -> tuple[str, ...]:
    """The words of the field that the lexicons hold: bodies, indicators, kinds of documents, headings, units."""
    found = {row.surface for row in lexicon.departments} | {row.canonical for row in lexicon.departments}
    found |= {row.surface for row in lexicon.indicators} | {row.key for row in lexicon.indicators}
    found |= {row.surface for row in lexicon.document_kinds} | {row.surface for row in lexicon.heading_roles}
    found |= {row.surface for row in lexicon.regions} | {row.surface for row in lexicon.units}
    found |= _stop_words(lexicon)
    return tuple(sorted(word for word in found if HAN.fullmatch(word)))


def cache_folder() -> Path:
    """The folder for prepared dictionaries: private to the user, or a new one for this run where there is none."""
    setting = os.environ.get(CACHE_SETTING)
    base = Path(setting) if setting else Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache") / "policyparse"
    try:
        folder = base.expanduser()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except (OSError, RuntimeError):  # no home, or one that cannot be written
        return Path(tempfile.mkdtemp(prefix="policyparse-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="policyparse-"))


@lru_cache(maxsize=4)
def _stop_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row.surface for row in lexicon.stop_words)
