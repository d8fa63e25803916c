"""What a rule is, and what it says about a place."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from policyparse.model.finding import RelatedPlace, Severity
from policyparse.model.span import Span

if TYPE_CHECKING:
    from policyparse.check.view import View


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says about one place of the source; with the name of its rule it becomes a `Finding`.

    `severity` is given where one case of the rule is graver or lighter than the rule as a whole.
    """

    span: Span
    zh: str
    en: str
    related: tuple[RelatedPlace, ...] = ()
    suggestion: str | None = None
    severity: Severity | None = None


Find = Callable[["View"], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code and name, how grave it is, and the function that finds.

    `title` is its name in Chinese. `doc` is its page: what it looks for, why, an example, what to do, known false
    alarms. `bad` is a text that it speaks up at, `good` one at which it does not.
    """

    code: str
    name: str
    severity: Severity
    find: Find
    title: str = ""
    doc: str = ""
    bad: str = ""
    good: str = ""

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """The rule of a module with ``CODE``, ``NAME``, ``TITLE``, ``SEVERITY``, ``find``, ``BAD`` and ``GOOD``."""
        return cls(
            code=module.CODE,
            name=module.NAME,
            severity=module.SEVERITY,
            find=module.find,
            title=module.TITLE,
            doc=inspect.cleandoc(module.__doc__ or ""),
            bad=module.BAD,
            good=module.GOOD,
        )

    @classmethod
    def by(cls, find: Find) -> Rule:
        """A rule from a plain function of a user; its code is X000, its name the function's, its page the docstring."""
        name = find.__name__.strip("_").replace("_", "-")
        return cls("X000", name, "warning", find, title=name, doc=inspect.getdoc(find) or "")
