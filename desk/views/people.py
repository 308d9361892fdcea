"""Everybody with whose turn it is, one person across all interviews, and the forms of a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from candidacy.asked import number_of
from candidacy.changes import recorded
from candidacy.forms import PersonForm, RankForm
from candidacy.models import Company, Person
from candidacy.myself import profile_of
from candidacy.names import called
from candidacy.pages import delete, form_page
from desk.acquaintance import acquaintance
from desk.agenda.requested import agenda_of
from desk.agenda.whose_turn import beside, fitting, latest, places, tally
from desk.folk import MINE, THEIRS, WHOSE, Folk, folk, groups_of
from desk.views.kept import section, sections

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from desk.agenda.asking import Agenda
    from desk.agenda.whose_turn import Tally
    from desk.folk import Group, Row
    from desk.views.kept import Section


# More people than this are asked for.
FIRST_SHOWN = 60


@dataclass(frozen=True)
class Filter:
    """One way to look at the people: its words, how many, and where it leads."""

    words: str
    count: int | None
    href: str
    chosen: bool


@dataclass(frozen=True)
class Shown:
    """What is on the page: sections of people, or rows by the last word; how many, and of how many."""

    folk: Folk
    sections: list[Section]
    by_last_word: list[tuple[Group, Row]]
    count: int
    fitting: int


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everybody, most senior first in each candidacy; the filter lives in the address."""
    everyone, seen = "all" in request.GET, agenda_of(request)
    shown = _whole(request, seen) if everyone or seen.whole else _first(request, seen)
    counted = shown.folk.tally
    more = not everyone and (shown.fitting > shown.count or counted.shown < counted.total)
    page = {
        "folk": shown.folk,
        "sections": shown.sections,
        "by_last_word": shown.by_last_word,
        "count": shown.count,
        "rest": f"?{urlencode({**request.GET.dict(), 'all': '1'})}" if more else "",
        "filters": _filters(counted, request),
    }
    return render(request, "desk/people.html", page)


def _asked(request: HttpRequest) -> tuple[str, bool, bool]:
    """Whose turn, whether only recruiters, whether by the last word."""
    whose = WHOSE.get(request.GET.get("turn", ""), "")
    return whose, request.GET.get("relation") == "recruiter", request.GET.get("sort") == "last"


def _first(request: HttpRequest, seen: Agenda) -> Shown:
    """The first people of what is open, whole candidacies at a time."""
    whose, recruiters, by_last = _asked(request)
    counted = tally()
    fit = fitting(whose, recruiters=recruiters) if whose or recruiters else counted.shown
    known = Folk((), counted.total, seen.local.date(), counted)
    if by_last:
        pks = [pk for pk, _ in latest(whose, recruiters=recruiters, most=FIRST_SHOWN)]
        groups = (one.only(whose, recruiters=recruiters) for one in groups_of(seen, pks, beside(pks)))
        pairs = Folk(tuple(groups), counted.total, known.today).by_last_word()[:FIRST_SHOWN]
        return Shown(known, [], pairs, len({row.pk for _, row in pairs}), fit)
    picked = places(whose, recruiters=recruiters, most=FIRST_SHOWN)
    shown = _with_room(sections(seen, picked, whose, recruiters=recruiters))
    return Shown(known, shown, [], len({pk for one in shown for pk in one.people}), fit)


def _with_room(found: list[Section]) -> list[Section]:
    """So many people at most, in whole sections; the first is shown however many they are."""
    kept: list[Section] = []
    room = FIRST_SHOWN
    for one in found:
        if not kept or len(one.people) <= room:
            kept.append(one)
            room -= len(one.people)
    return kept


def _whole(request: HttpRequest, seen: Agenda) -> Shown:
    """Everybody at all, worked out; or everybody of what is open, where nothing can be kept."""
    whose, recruiters, by_last = _asked(request)
    known = folk(seen.now, everyone="all" in request.GET)
    groups = (one.only(whose, recruiters=recruiters) for one in known.groups)
    fit = Folk(tuple(one for one in groups if one.rows), known.total, known.today)
    shown = [] if by_last else [section(one) for one in fit.groups]
    return Shown(known, shown, fit.by_last_word() if by_last else [], fit.shown, fit.shown)


def _filters(people: Tally, request: HttpRequest) -> list[Filter]:
    kept = {"all": "1"} if "all" in request.GET else {}
    asked = {name: request.GET[name] for name in ("turn", "relation", "sort") if name in request.GET}
    ways: list[tuple[str, int | None, dict[str, str]]] = [
        (gettext("Everyone"), people.shown, {}),
        (gettext("Your turn"), people.mine, {"turn": MINE}),
        (gettext("Their turn"), people.theirs, {"turn": THEIRS}),
        (gettext("Recruiters"), people.recruiters, {"relation": "recruiter"}),
        (gettext("By last contact"), None, {"sort": "last"}),
    ]
    return [
        Filter(words, count, f"?{urlencode({**way, **kept})}", way == asked) for words, count, way in ways
    ]


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One person."""
    return _page(request, _person(pk), RankForm())


def _page(request: HttpRequest, person: Person, rank_form: RankForm) -> HttpResponse:
    words = {"known": acquaintance(person, timezone.now(), profile_of(request)), "rank_form": rank_form}
    return render(request, "desk/person.html", words, status=422 if rank_form.errors else 200)


def _person(pk: int) -> Person:
    return get_object_or_404(Person.objects.select_related("company"), pk=pk)


@require_POST
def rank(request: HttpRequest, pk: int) -> HttpResponse:
    """Put somebody in another place than the title's, for a reason."""
    person = _person(pk)
    form = RankForm(request.POST)
    if not form.is_valid():
        return _page(request, person, form)
    chosen = form.cleaned_data["rank"]
    known = acquaintance(person, timezone.now())
    options = known.place.options if known.place else ()
    words = next((one.words for one in options if one.value == request.POST.get("rank")), "")
    if chosen is not RankForm.AS_IS:
        with recorded(
            f"{person.name}: {words[:1].lower()}{words[1:]}"
            if words
            else gettext("%(person)s ranked") % {"person": person.name},
            person,
        ):
            person.rank, person.rank_reason = chosen, form.cleaned_data["reason"]
            person.save(update_fields=["rank", "rank_reason"])
    return redirect(f"{person.get_absolute_url()}#order")


def add(request: HttpRequest) -> HttpResponse:
    """Somebody new; the address may say where: ?company=3."""
    company = Company.objects.filter(pk=number_of(request, "company")).first()
    person = Person(company=company) if company else Person()
    back = company.get_absolute_url() if company else reverse("desk:people")
    return _form_page(
        request,
        person,
        said=gettext("%(name)s added"),
        heading=gettext("Add a person"),
        back=back,
        back_words=str(company) if company else gettext("People"),
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The details of a person."""
    person = _person(pk)
    return _form_page(
        request,
        person,
        said=gettext("Details of %(name)s changed"),
        heading=gettext("Details of %(person)s") % {"person": person.name},
        back=person.get_absolute_url(),
        back_words=person.name,
        delete=reverse("desk:person_delete", args=[pk]),
        delete_words=gettext("Delete %(person)s") % {"person": called(person.name)},
    )


def _form_page(request: HttpRequest, person: Person, *, said: str, **words: str) -> HttpResponse:
    return form_page(
        request,
        lambda data: PersonForm(data, instance=person),
        sentence=lambda row: said % {"name": row.name},
        leads_to=Person.get_absolute_url,
        **words,
    )


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a person with all letters and notes; Activity brings everything back."""
    person = _person(pk)
    return delete(
        request,
        person,
        sentence=gettext("%(person)s deleted") % {"person": person.name},
        leads_to=reverse("desk:people"),
    )
