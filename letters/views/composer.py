"""The composer: a letter begun, written, checked, drafted anew, and its earlier versions."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from candidacy.asked import number
from candidacy.changes import deleted, recorded
from candidacy.choices import Relation
from candidacy.models import News
from letters import facts, suggesting, writing
from letters.forms import NewForm, around, happened
from letters.models import Letter, Status
from letters.queries import material, material_of
from letters.views import leaving
from letters.views.typed import RefusedError, by_itself, composed, fetch, page, store, zone_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from candidacy.models import Person


def new(request: HttpRequest) -> HttpResponse:
    """A letter begun from the notes; a draft of that kind to that person is opened again, never doubled."""
    given = request.POST if "candidacy" in request.POST else request.GET
    form = NewForm(given if request.method == "POST" else None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        candidacy, to, kind = chosen["candidacy"], chosen["to"], chosen["kind"]
        known = writing.draft_to(candidacy, to, kind)
        if known is None:
            proposal = suggesting.proposal(material(candidacy, to, kind, timezone.now()))
            known = writing.begin(candidacy, to, kind, proposal, chosen["via"])
        return redirect(known)
    words = {
        "form": form,
        "heading": _("Write a letter"),
        "save": _("Begin"),
        "back": reverse("letters:letters"),
    }
    return render(request, "components/form_page.html", words, status=422 if form.errors else 200)


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """The composer; the frozen text once it is sent."""
    row = fetch(pk)
    if request.method == "POST":
        return _posted(request, row)
    if row.status == Status.SENT:
        return render(request, "letters/sent.html", {"letter": row, "zone": zone_of(row)})
    if row.status == Status.SENDING:
        return leaving.page(request, row)
    return page(request, composed(row))


def _posted(request: HttpRequest, row: Letter) -> HttpResponse:
    """Save and check, and without a script add the sentence of a fact before the sign-off."""
    try:
        found = store(request, row)
    except RefusedError as refused:
        return refused.response
    key = request.POST.get("fact", "")
    sentence = suggesting.sentence_for(key, found.material) if key else ""
    if sentence and row.status == Status.DRAFT:
        body = facts.with_sentence(found.body, sentence, found.material.sign_off)
        writing.save_text(found.letter, found.subject, body, found.letter.version)
        writing.set_notes(found.letter, composed(fetch(row.pk)).played)
    return redirect(f"{row.get_absolute_url()}?saved=1")


@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Save, and look at the text again."""
    try:
        found = store(request, fetch(pk))
    except RefusedError as refused:
        return refused.response
    return (
        page(request, found) if by_itself(request) else redirect(f"{found.letter.get_absolute_url()}?saved=1")
    )


@require_POST
def fact(request: HttpRequest, pk: int) -> HttpResponse:
    """One sentence for a note, development, news or earlier letter, to be put in where the caret is."""
    known = material_of(fetch(pk), timezone.now())
    sentence = suggesting.sentence_for(request.POST.get("fact", ""), known)
    answer = HttpResponse(status=204)
    # Headers hold ASCII only: JSON escapes the rest.
    answer["HX-Trigger"] = json.dumps({"afterword:sentence": {"text": sentence}})
    return answer


@require_POST
def anew(request: HttpRequest, pk: int) -> HttpResponse:
    """Another draft from the ticked notes and the four steps; the text so far stays among the versions."""
    row = fetch(pk)
    try:
        found = store(request, row)
    except RefusedError as refused:
        return refused.response
    row = found.letter
    if row.status == Status.DRAFT:
        if problem := _choose(request, row):
            return page(request, composed(row), status=422, whole=True, **problem)
        row.number += request.POST.get("do") == "another"
        ticked = frozenset(request.POST.getlist("tick")) if "ticks" in request.POST else None
        proposal = suggesting.proposal(material_of(row, timezone.now(), ticked=ticked))
        with suppress(writing.ChangedMeanwhileError):
            writing.draft_anew(row, proposal, row.number)
    return redirect(row)


@require_POST
def parts(request: HttpRequest, pk: int) -> HttpResponse:
    """The four steps of a nudge: who and by which way, development, news. The text stays as it is."""
    row = fetch(pk)
    try:
        found = store(request, row)
    except RefusedError as refused:
        return refused.response
    row = found.letter
    if row.status == Status.DRAFT and (problem := _choose(request, row)):
        return page(request, composed(row), status=422, whole=True, **problem)
    if request.POST.get("to") and row.status == Status.DRAFT:
        return redirect(_addressed(row, request.POST["to"]))
    if "via" in request.POST and row.status == Status.DRAFT:
        writing.send_through(row, _carrier(row, request.POST["via"]))
        return redirect(f"{row.get_absolute_url()}#draft")
    return redirect(f"{row.get_absolute_url()}#steps")


def _choose(request: HttpRequest, row: Letter) -> dict[str, Any]:
    """Take up the chosen or newly typed development and news; says what is wrong with what was typed."""
    typed = request.POST
    if typed.get("happened", "").strip():
        form = happened(row.candidacy.company, typed)
        if not form.is_valid():
            wrong = " ".join(str(line) for lines in form.errors.values() for line in lines)
            return {"happened_problem": wrong, "typed": typed}
        with recorded(
            _("Saved a development about %(company)s") % {"company": row.candidacy.company}, form.instance
        ):
            row.development = form.save()
    elif typed.get("development"):
        found = row.candidacy.company.developments.filter(key=typed["development"])
        # Chosen for a letter, it has been looked at.
        found.update(unread=False)
        row.development = found.first()
    words = typed.get("new", "").strip()
    if words and not (row.news and row.news.text == words):
        row.news = News.objects.filter(text=words).first() or _noted(words)
    if typed.get("news"):
        row.news = News.objects.filter(key=typed["news"]).first()
    row.save(update_fields=["development", "news", "updated_at"])
    return {}


def _noted(words: str) -> News:
    row = News(text=words, happened_on=timezone.localdate())
    with recorded(_("Noted something new about you"), row):
        row.save()
    return row


def _addressed(row: Letter, to: str) -> Letter:
    """The letter to somebody else instead; a draft already there to them is opened."""
    person = get_object_or_404(around(row.candidacy), pk=number(to))
    known = writing.draft_to(row.candidacy, person, row.kind)
    if known:
        return known
    untouched = not row.hand_edited
    writing.address(row, person)
    if untouched:
        row.development_id = row.news_id = None
        proposal = suggesting.proposal(material_of(row, timezone.now()))
        writing.draft_anew(row, proposal, row.number)
    return row


def _carrier(row: Letter, chosen: str) -> Person | None:
    """The agency recruiter to send it through; none where nobody was chosen, or the reader is one."""
    agents = around(row.candidacy).filter(relation=Relation.AGENCY).exclude(pk=row.to_id)
    return get_object_or_404(agents, pk=number(chosen)) if chosen else None


@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every text it had before, the latest first."""
    row = fetch(pk)
    return render(request, "letters/versions.html", {"letter": row, "versions": row.revisions.all()})


@require_POST
def version(request: HttpRequest, pk: int, revision_pk: int) -> HttpResponse:  # noqa: ARG001
    """Bring an earlier text back."""
    row = fetch(pk)
    revision = get_object_or_404(row.revisions, pk=revision_pk)
    with suppress(writing.ChangedMeanwhileError):
        writing.bring_back(revision)
    return redirect(row)


@require_POST
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """After a clash: my text, the stored one, or both put together."""
    row = fetch(pk)
    if request.POST.get("keep") == "both":
        try:
            store(request, row)
        except RefusedError as refused:
            return refused.response
    elif request.POST.get("keep") == "mine":
        revision = get_object_or_404(row.revisions, pk=number(request.POST.get("revision", "")))
        with suppress(writing.ChangedMeanwhileError):
            writing.bring_back(revision)
    return redirect(row)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """Throw a draft away: Recently brings it back."""
    row = get_object_or_404(Letter.objects.select_related("to", "candidacy"), pk=pk, status=Status.DRAFT)
    deleted(_("%(row)s thrown away") % {"row": writing.named(row)}, row)
    return redirect(row.candidacy)
