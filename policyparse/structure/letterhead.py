"""The elements of GB/T 9704-2012 around a text, and what follows from them."""

from __future__ import annotations

import re

from policyparse.lexicon import Lexicon
from policyparse.lexicon.shapes import TO_HALF, document_number, shape
from policyparse.model.metadata import Metadata
from policyparse.model.outline import FramePart, Outline
from policyparse.model.source import Source
from policyparse.model.text import MappedText
from policyparse.structure.dates import find_date, mend_date
from policyparse.structure.fields import page_fields
from policyparse.structure.frame import carried_title
from policyparse.structure.head import are_names, is_body, title_of
from policyparse.structure.kinds import kind
from policyparse.structure.names import attachment_titles, author_names, body_names, joined_names, split_bodies
from policyparse.structure.periods import period
from policyparse.structure.places import region
from policyparse.structure.script import script

VERB = re.compile("关于|对(?!外)|印发|转发|批转")
PLACES_WITH_HEADS = ("市", "县", "区", "省", "州", "盟", "旗", "乡", "镇")


def letterhead(text: MappedText, outline: Outline, source: Source, lexicon: Lexicon) -> Metadata:
    """The metadata of a document.

    What is not there, or cannot be read with certainty, is ``None`` or empty. A damaged number or date is given where
    the rest of the letterhead leaves one reading; it is then not the words of the source.
    """
    return _Letterhead(text, outline, source, lexicon).metadata()


def _without_number(title: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """A title, and the document number that web pages put in brackets behind it: …的通知（云政发〔2024〕3号）."""
    opened = max(title.rfind("（"), title.rfind("("))
    number = document_number(lexicon, title[opened:]) if opened > 0 and title[-1] in "）)" else None
    return (title[:opened].rstrip(), number) if number else (title, None)


class _Letterhead:
    """Reads the parts of the frame."""

    def __init__(self, text: MappedText, outline: Outline, source: Source, lexicon: Lexicon) -> None:
        self.text, self.outline, self.lexicon = text, outline, lexicon
        self.fields = page_fields(text, outline, source, lexicon)
        title = title_of([self._words(part) for part in self._parts("title")], lexicon) or self.fields.title
        self.title: str | None = None
        self.number: str | None = None
        if title:
            self.title, self.number = _without_number(" ".join(title.split()), lexicon)

    def metadata(self) -> Metadata:
        """All elements."""
        lexicon = self.lexicon
        published = self._date(self.fields.date_published)
        written = self._date_written(published)
        issuers = self._issuers()
        carried = self._carried_title()
        titles = [title for title in (carried, self.title) if title]
        named = kind(self.title, lexicon) if self.title else None
        printed = self._first("printed")
        session = self._session("adoption", "occasion")
        return Metadata(
            title=self.title,
            carried_title=carried,
            issuer=issuers[0] if issuers else None,
            issuers=tuple(issuers),
            document_number=self._document_number(written or published),
            signatory=self._signatory(),
            authors=tuple(self._authors()),
            date_written=written,
            date_published=published,
            date_printed=self._date(printed),
            printed_by=self._printed_by(printed),
            recipients=tuple(split_bodies(self._first("recipients") or self._first("addressed") or "", lexicon)),
            copied_to=tuple(
                body for part in self._parts("copied") for body in split_bodies(self._words(part), lexicon)
            ),
            attachments=tuple(self._attachments()),
            annotation=self._annotation(),
            kind=named.surface if named else None,
            script=script(self.text.source),
            period=next((found for title in titles if (found := period(title, lexicon))), None),
            region=region([*issuers, session["place"]] if session else issuers, titles, lexicon),
        )

    # ---- parts ------------------------------------------------------------------------------------------------------

    def _parts(self, *roles: str) -> list[FramePart]:
        return [part for part in self.outline.frame if part.role in roles]

    def _words(self, part: FramePart) -> str:
        return self.text.text[part.start : part.end]

    def _first(self, role: str) -> str | None:
        return next((self._words(part) for part in self._parts(role)), None)

    def _date(self, words: str | None) -> str | None:
        dated = find_date(words, self.lexicon) if words else None
        return dated.iso if dated else None

    def _carried_title(self) -> str | None:
        """The carried title as the notice's title says it, without a body before it; else as it stands."""
        said = carried_title(self.title, self.lexicon)
        lines = [self._words(part) for part in self._parts("carried")]
        stands = "".join(line for line in lines if not shape(self.lexicon, "bare_annex").match(line))
        return said[max(0, said.find(stands)) :] if said else stands or None

    # ---- elements ---------------------------------------------------------------------------------------------------

    def _date_written(self, published: str | None) -> str | None:
        """成文日期: of the first sign-off, else of the occasion, of a line or note below the title, of a field."""
        for role in ("signed", "occasion", "date", "adoption", "enactment"):
            for part in self._parts(role):
                words = self._words(part)
                if found := self._date(words) or mend_date(words, published, self.lexicon):
                    return found
        return self._date(self.fields.date_written)

    def _document_number(self, near: str | None) -> str | None:
        """发文字号; one that lost its brackets is mended where the year is that of the document's own date."""
        for words in [*(self._words(part) for part in self._parts("number")), self.fields.document_number or ""]:
            if shape(self.lexicon, "order_line").match(words) and (order := self._first("order") or self.title):
                return "".join(f"{order}{words}".split()).strip("（）()")
            if found := document_number(self.lexicon, words):
                return found
            damaged = shape(self.lexicon, "damaged_number").match(words.translate(TO_HALF))
            if damaged and near is not None and near.startswith(damaged["year"]):
                return f"{damaged['agency']}〔{damaged['year']}〕{damaged['number']}号"
        enacted = self._enactment()
        return self.number or (joined_names(enacted["number"]) if enacted else None)

    def _issuers(self) -> list[str]:
        """发文机关: of the first sign-off, else of the title before 关于, the red head, the speaker, a field."""
        signed = self._signed_bodies()
        if signed:
            return signed
        named = kind(self.title or "", self.lexicon)
        before = VERB.split(self.title or "", maxsplit=1)[0].removesuffix(named.surface if named else "关于").split()
        if before and all(is_body(body, self.lexicon) for body in before):
            return before
        mark = self._first("issuer_mark")
        if mark and (match := shape(self.lexicon, "issuer_mark").match(mark)):
            above = [body for part in self._parts("issuer") for body in self._bodies(part)]
            return [*above, joined_names(match["body"])]
        bodies = [body for part in self._parts("issuer") for body in self._bodies(part)]
        if bodies:
            return bodies
        return (
            self._speaker_body()
            or self._reporting_body()
            or self._session_body()
            or self._enacting_body()
            or ([self.fields.issuer] if self.fields.issuer else [])
        )

    def _signed_bodies(self) -> list[str]:
        bodies: list[str] = []
        for part in self._parts("signature", "signed"):
            if part.role == "signature":
                bodies += self._bodies(part)
                continue
            dated = find_date(self._words(part), self.lexicon)
            if not bodies and dated and dated.start > 0:
                bodies = [joined_names(self._words(part)[: dated.start])]
            break
        return bodies

    def _bodies(self, part: FramePart) -> list[str]:
        return body_names(self.text, part, self.lexicon)

    def _session(self, *roles: str) -> re.Match[str] | None:
        """The assembly that a note or occasion below the title names."""
        matches = (shape(self.lexicon, "session").search(self._words(part)) for part in self._parts(*roles))
        return next((match for match in matches if match), None)

    def _session_body(self) -> list[str]:
        """The assembly that passed a law, as the note below its title says."""
        match = self._session("adoption")
        return [match["place"] + match["body"]] if match else []

    def _enactment(self) -> re.Match[str] | None:
        """The note below the title of Taiwan's rules: who put them in force, by which number."""
        return shape(self.lexicon, "enactment").match(self._first("enactment") or "")

    def _enacting_body(self) -> list[str]:
        match = self._enactment()
        return [match["body"]] if match and match["body"] else []

    def _speaker(self) -> re.Match[str] | None:
        """Who gives the report: 云州市市长 陆承远."""
        match = shape(self.lexicon, "speaker").match(self._first("speaker") or "")
        return match if match and are_names(joined_names(match["name"]), self.lexicon) else None

    def _speaker_body(self) -> list[str]:
        """The body whose head speaks; for a 市长 or 县长 the government of the place, maybe named with the session."""
        speaker = self._speaker()
        if speaker is None:
            return []
        if is_body(speaker["place"], self.lexicon):
            return [speaker["place"]]
        session = self._session("occasion")
        place = speaker["place"] or (session["place"] if session else "")
        return [f"{place}人民政府"] if place and speaker["office"][:-1] in PLACES_WITH_HEADS else []

    def _reporting_body(self) -> list[str]:
        """The body whose report the title names: 行政长官2026年施政报告."""
        match = shape(self.lexicon, "report_title").match(self.title or "")
        return [match["body"]] if match and is_body(match["body"], self.lexicon) else []

    def _signatory(self) -> str | None:
        for part in self._parts("signatory", "number"):
            if match := shape(self.lexicon, "signatory").search(self._words(part)):
                return "、".join(match["names"].replace("、", " ").replace("，", " ").split())
        signer = shape(self.lexicon, "signer").match(self._first("signer") or "")
        return joined_names(signer["name"]) if signer else None

    def _authors(self) -> list[str]:
        speaker = self._speaker()
        if speaker:
            return [joined_names(speaker["name"])]
        return [name for part in self._parts("authors") for name in author_names(self.text, part, self.lexicon)]

    def _printed_by(self, words: str | None) -> str | None:
        match = shape(self.lexicon, "printed").match(words) if words else None
        return joined_names(match["body"]) or None if match else None

    def _annotation(self) -> str | None:
        match = shape(self.lexicon, "annotation").match(self._first("annotation") or "")
        return match["words"].strip() if match else None

    def _attachments(self) -> list[str]:
        """附件说明, else the titles of the annexes themselves."""
        listed = attachment_titles([self._words(part) for part in self._parts("attachment")])
        if listed:
            return listed
        return [section.title for section in self.outline.sections if section.style == "annex" and section.title]
