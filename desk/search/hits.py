"""What is shown of each thing found: its name, the sentence that has it, who said it when, the way there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.choices import ClosedAs, ContactChannel, Direction, Stage
from candidacy.models import Candidacy, Company, Contact, Development, Person
from candidacy.templatetags.words import short_day
from desk.search import index
from desk.search.quoting import beginning, marked, quoted
from interviews.models import Kind, Mood, Note
from letters.models import Letter, LetterKind, Message, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Sequence

    from django.db.models import TextChoices

    from desk.search.asking import Term
    from desk.search.quoting import Parts


_WRITTEN = frozenset({ContactChannel.EMAIL, ContactChannel.MESSAGE, ContactChannel.LETTER})


@dataclass(frozen=True)
class Hit:
    """One thing found. Texts come in parts, every second of which is what was looked for."""

    kind: str
    title: Parts
    # The sentence that has it; none where the title has it all.
    text: Parts
    # Who, to whom, when, and whether it was sent.
    about: str
    path: str


def hits(places: Sequence[int], kind: str, terms: Sequence[Term]) -> list[Hit]:
    """What is shown of the records at these places, in their order."""
    found: dict[int, Hit] = {}
    for source in sorted({index.source_of(place) for place in places}):
        ids = {index.record_of(place): place for place in places if index.source_of(place) == source}
        for pk, said in _SHOWN[source](ids, terms):
            found[ids[pk]] = Hit(kind, *said)
    return [found[place] for place in places if place in found]


_Said = tuple["Parts", "Parts", str, str]
_Rows = list[tuple[int, _Said]]


def _company(ids: Collection[int], terms: Sequence[Term]) -> _Rows:
    rows = Company.objects.filter(pk__in=ids).order_by().values_list("pk", "name", "website")
    return [
        (pk, (marked(name, terms), _elsewhere(terms, website), "", _company_page(pk)))
        for pk, name, website in rows
    ]


def _company_page(pk: int) -> str:
    return reverse("candidacy:company", args=[pk])


def _person(ids: Collection[int], terms: Sequence[Term]) -> _Rows:
    rows = Person.objects.filter(pk__in=ids).order_by()
    return [
        (row.pk, _one_person(row, terms))
        for row in rows.values_list("pk", "name", "title", "email", "company__name", named=True)
    ]


def _one_person(row: Any, terms: Sequence[Term]) -> _Said:
    company = row.company__name
    known = ", ".join(part for part in (row.title, company) if part)
    said = quoted(row.title, terms) or quoted(row.email, terms)
    page = reverse("desk:person", args=[row.pk])
    return marked(row.name, terms), said or [], company if said else known, page


def _candidacy(ids: Collection[int], terms: Sequence[Term]) -> _Rows:
    rows = Candidacy.objects.filter(pk__in=ids).order_by().values_list(
        "pk", "role", "stage", "closed_on", "closed_as", "location", "notes", "posting_text", "company__name",
        named=True,
    )  # fmt: skip
    return [(row.pk, _one_candidacy(row, terms)) for row in rows]


def _one_candidacy(row: Any, terms: Sequence[Term]) -> _Said:
    company = row.company__name
    name = _("%(role)s, %(company)s") % {"role": row.role, "company": company} if row.role else company
    said = _elsewhere(terms, row.location, row.notes, row.posting_text)
    closed = _("Closed") if row.closed_on else ""
    about = _label(ClosedAs, row.closed_as) or closed or _label(Stage, row.stage)
    return marked(name, terms), said, about, _candidacy_page(row.pk)


def _candidacy_page(pk: int) -> str:
    return reverse("desk:candidacy", args=[pk])


def _note(ids: Collection[int], terms: Sequence[Term]) -> _Rows:
    rows = Note.objects.filter(pk__in=ids).order_by().values_list(
        "pk", "kind", "mood", "by_id", "text", "reply", "interviewer__interview_id", "interviewer__person_id",
        "interviewer__person__name", "interviewer__interview__starts_at",
        "interviewer__interview__candidacy__company__name", named=True,
    )  # fmt: skip
    return [(row.pk, _one_note(row, terms)) for row in rows]


def _one_note(row: Any, terms: Sequence[Term]) -> _Said:
    in_text = quoted(row.text, terms)
    in_reply = None if in_text else quoted(row.reply, terms)
    names = {
        "person": row.interviewer__person__name,
        "company": row.interviewer__interview__candidacy__company__name,
        "day": short_day(row.interviewer__interview__starts_at),
        "mood": _label(Mood, row.mood).lower(),
    }
    form = _how_noted(row, in_reply=in_reply is not None)
    debrief = reverse("interviews:debrief", args=[row.interviewer__interview_id])
    page = f"{debrief}?person={row.interviewer__person_id}"
    name = _("%(person)s, %(company)s") % names
    return [name], in_text or in_reply or beginning(row.text), form % names, page


def _how_noted(row: Any, *, in_reply: bool) -> str:
    """Whose words they are, as a sentence with the names left open."""
    if in_reply and row.kind == Kind.MY_QUESTION:
        return _("%(person)s answered you. %(company)s, %(day)s")
    if in_reply or (row.kind == Kind.ANSWER and row.by_id is None):
        return _("Your answer to %(person)s, %(day)s")
    if row.kind == Kind.MY_QUESTION:
        return _("You asked %(person)s. %(company)s, %(day)s")
    if row.kind == Kind.IDEA and row.by_id is None:
        return _("Your idea for %(person)s. %(company)s, %(day)s")
    if row.kind == Kind.QUESTION:
        return _("%(person)s asked you. %(company)s, %(day)s")
    if row.kind == Kind.PROMISE and row.by_id is None:
        return _("You promised %(person)s. %(company)s, %(day)s")
    if row.mood:
        return _("%(person)s, %(mood)s. %(company)s, %(day)s")
    return _("%(person)s. %(company)s, %(day)s")


def _letter(ids: Collection[int], terms: Sequence[Term]) -> _Rows:
    answers = Contact.objects.filter(
        candidacy=OuterRef("candidacy"), person=OuterRef("to"), direction=Direction.IN, automatic=False,
        at__gt=OuterRef("sent_at"),
    )  # fmt: skip
    rows = Letter.objects.filter(pk__in=ids).order_by().annotate(answered=Exists(answers)).values_list(
        "pk", "kind", "subject", "body", "status", "sent_at", "to__name", "answered", named=True
    )  # fmt: skip
    return [(row.pk, _one_letter(row, terms)) for row in rows]


def _one_letter(row: Any, terms: Sequence[Term]) -> _Said:
    subject = row.subject or _label(LetterKind, row.kind)
    said = quoted(row.body, terms) or ([] if quoted(subject, terms) else beginning(row.body))
    names = {"person": row.to__name, "day": short_day(row.sent_at)}
    if row.status == Status.DRAFT:
        about = _("To %(person)s, draft")
    elif row.status != Status.SENT:
        about = _("To %(person)s, about to leave")
    elif row.answered:
        about = _("To %(person)s, sent %(day)s. Replied.")
    else:
        about = _("To %(person)s, sent %(day)s. No reply.")
    return marked(subject, terms), said, about % names, reverse("letters:letter", args=[row.pk])


def _contact(ids: Collection[int], terms: Sequence[Term]) -> _Rows:
    rows = Contact.objects.filter(pk__in=ids).order_by().values_list(
        "pk", "at", "direction", "channel", "text", "person__name", "candidacy_id",
        "candidacy__company__name", named=True,
    )  # fmt: skip
    return [(row.pk, _one_contact(row, terms)) for row in rows]


def _one_contact(row: Any, terms: Sequence[Term]) -> _Said:
    company = row.candidacy__company__name
    who = row.person__name or ""
    about = _line(
        who, company, row.at, mine=row.direction == Direction.OUT, spoken=row.channel not in _WRITTEN
    )
    said = quoted(row.text, terms) or beginning(row.text)
    return [who or company], said, about, f"{_candidacy_page(row.candidacy_id)}#h-tl"


# Whether it was I, whether it was spoken, and whether it is known with whom.
_LINES = {
    (True, True, True): gettext_lazy("You spoke to %(person)s. %(company)s, %(day)s"),
    (True, True, False): gettext_lazy("You spoke to them. %(company)s, %(day)s"),
    (True, False, True): gettext_lazy("You wrote to %(person)s. %(company)s, %(day)s"),
    (True, False, False): gettext_lazy("You wrote. %(company)s, %(day)s"),
    (False, True, True): gettext_lazy("%(person)s spoke to you. %(company)s, %(day)s"),
    (False, True, False): gettext_lazy("They spoke to you. %(company)s, %(day)s"),
    (False, False, True): gettext_lazy("%(person)s wrote. %(company)s, %(day)s"),
    (False, False, False): gettext_lazy("They wrote. %(company)s, %(day)s"),
}


def _line(person: str, company: str, at: dt.datetime, *, mine: bool, spoken: bool = False) -> str:
    form = str(_LINES[mine, spoken, bool(person)])
    return form % {"person": person, "company": company, "day": short_day(at)}


def _mail(ids: Collection[int], terms: Sequence[Term]) -> _Rows:
    rows = Message.objects.filter(pk__in=ids).order_by().values_list(
        "pk", "at", "mine", "sender_name", "sender_email", "subject", "text", "person__name",
        "candidacy__company__name", named=True,
    )  # fmt: skip
    return [(row.pk, _one_mail(row, terms)) for row in rows]


def _one_mail(row: Any, terms: Sequence[Term]) -> _Said:
    company = row.candidacy__company__name or ""
    who = row.person__name or row.sender_name or row.sender_email
    said = quoted(row.text, terms) or quoted(row.subject, terms) or beginning(row.text)
    about = _line(who, company, row.at, mine=row.mine)
    return [who or company], said, about, reverse("desk:mail_message", args=[row.pk])


def _development(ids: Collection[int], terms: Sequence[Term]) -> _Rows:
    rows = Development.objects.filter(pk__in=ids).order_by().values_list(
        "pk", "title", "summary", "excerpt", "source", "published_on", "company_id", "company__name",
        named=True,
    )  # fmt: skip
    return [(row.pk, _one_development(row, terms)) for row in rows]


def _one_development(row: Any, terms: Sequence[Term]) -> _Said:
    names = {"source": row.source, "day": short_day(row.published_on), "company": row.company__name}
    form = (
        _("%(source)s, %(day)s. %(company)s")
        if row.source and row.published_on
        else _("%(source)s. %(company)s")
        if row.source
        else _("%(company)s, %(day)s")
        if row.published_on
        else "%(company)s"
    )
    path = f"{_company_page(row.company_id)}#h-d"
    return marked(row.title, terms), _elsewhere(terms, row.summary, row.excerpt), form % names, path


def _elsewhere(terms: Sequence[Term], *texts: str) -> Parts:
    """The first of the texts that has anything of what was asked: none where the title has it all."""
    return next((said for text in texts if (said := quoted(text, terms))), [])


def _label(choices: type[TextChoices], value: str) -> str:
    """What a choice is called."""
    return str(dict(choices.choices).get(value, value))


_SHOWN: dict[int, Callable[[Collection[int], Sequence[Term]], _Rows]] = {
    index.COMPANY: _company,
    index.PERSON: _person,
    index.CANDIDACY: _candidacy,
    index.NOTE: _note,
    index.LETTER: _letter,
    index.CONTACT: _contact,
    index.MAIL: _mail,
    index.DEVELOPMENT: _development,
}
