"""Everything that policyparse raises on purpose.

    PolicyParseError
    ├── ReadError          the bytes of a file give no document
    │   └── MissingExtra   a format needs a package that an extra of policyparse installs
    ├── TablesMissing      the tables that convert traditional characters are not where their package puts them
    ├── LexiconError       a row of a lexicon is wrong: file, line and cure
    ├── UsageError         a call or command line asks for what cannot be done
    └── TextNotAtHand      a span was asked for its text, and the document was loaded without it

Every error says which file it concerns, what is wrong and what to do, in Chinese and in English.
"""

from __future__ import annotations


class PolicyParseError(Exception):
    """An error with a code for programs, a message for people and a cure.

    `code` is stable and lower-case with hyphens; `message` and `cure` are dicts with the keys ``zh`` and ``en``.
    """

    code = "error"

    def __init__(self, *, zh: str, en: str, cure_zh: str = "", cure_en: str = "", name: str | None = None) -> None:
        self.name = name
        self.message = {"zh": zh, "en": en}
        self.cure = {"zh": cure_zh, "en": cure_en}
        super().__init__(self.text("en"))

    def text(self, language: str = "en") -> str:
        """The error in one line: file, what is wrong, what to do. `language` is ``"zh"`` or ``"en"``."""
        where = f"{self.name}: " if self.name else ""
        joint = "；" if language == "zh" else "; "
        return where + joint.join(part for part in (self.message[language], self.cure[language]) if part)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.name, self.message, self.cure))


def _rebuild(
    kind: type[PolicyParseError], name: str | None, message: dict[str, str], cure: dict[str, str]
) -> PolicyParseError:
    """Errors cross process boundaries in batches, and keyword-only constructors do not pickle by themselves."""
    return kind(zh=message["zh"], en=message["en"], cure_zh=cure["zh"], cure_en=cure["en"], name=name)


class ReadError(PolicyParseError):
    """The bytes of a file give no document."""

    code = "unreadable"


class MissingExtra(ReadError):
    """A format needs a package that is not installed; the message names the extra."""

    code = "missing-extra"


class TablesMissing(PolicyParseError):
    """The tables that convert traditional characters are not where their package puts them."""

    code = "tables-missing"


class LexiconError(PolicyParseError):
    """A row of a lexicon file is wrong; the message gives file, line and cure."""

    code = "bad-lexicon"


class UsageError(PolicyParseError):
    """What was asked for cannot be done as it was asked."""

    code = "usage"


class TextNotAtHand(PolicyParseError):
    """The document was loaded from JSON without its text, so a span cannot be shown."""

    code = "text-not-at-hand"
