"""Pages that add, edit and delete candidacies, contacts, developments and my news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from candidacy.changes import recorded
from candidacy.choices import Relation
from candidacy.forms import (
    CandidacyForm,
    CloseForm,
    CompanyForm,
    ContactForm,
    DevelopmentForm,
    NewsForm,
    StageForm,
)
from candidacy.models import Candidacy, Company, Contact, Development, News, Person, Profile
from candidacy.pages import delete, form_page
from candidacy.templatetags.words import counted

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The details of a candidacy."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    return form_page(
        request,
        lambda data: CandidacyForm(data, instance=candidacy),
        sentence=lambda row: f"Details of {row} changed",
        leads_to=Candidacy.get_absolute_url,
        heading=f"Details of {candidacy}",
        back=candidacy.get_absolute_url(),
        delete=reverse("candidacy:delete", args=[pk]),
        delete_words="Delete this candidacy",
    )


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a candidacy with all that hangs on it: the one deletion that asks first."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    if request.method == "POST" and request.POST.get("sure"):
        return delete(
            request, candidacy, sentence=f"{candidacy} deleted", leads_to=reverse("desk:candidacies")
        )
    return render(request, "candidacy/delete.html", {"candidacy": candidacy})


def company(request: HttpRequest, pk: int) -> HttpResponse:
    """A company: its kind, the country whose holidays its clock keeps, its candidacies and people."""
    row = get_object_or_404(Company, pk=pk)
    page = {
        "company": row,
        "heading": f"About {row}",
        "lede": Profile.load().calendar(row).shortfall,
        "candidacies": row.candidacies.all(),
        "people": row.people.all(),
    }
    return _company_form(request, row, f"Details of {row} changed", page)


def company_add(request: HttpRequest) -> HttpResponse:
    """A company that is not in the record yet."""
    return _company_form(request, Company(), "", {"heading": "Add a company"})


def _company_form(request: HttpRequest, row: Company, sentence: str, page: dict[str, Any]) -> HttpResponse:
    form = CompanyForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        with recorded(sentence or f"{row} added", *form.rows()):
            form.save()
        return redirect(row)
    status = 422 if form.errors else 200
    return render(request, "candidacy/company.html", {**page, "form": form}, status=status)


def company_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a company with its candidacies and people: because of those it asks first."""
    row = get_object_or_404(Company, pk=pk)
    if request.method == "POST":
        return delete(request, row, sentence=f"{row} deleted", leads_to=reverse("desk:people"))
    candidacies = counted(row.candidacies.count(), "candidacy,candidacies")
    people = counted(row.people.count(), "person,people")
    words = {
        "heading": f"Delete {row}?",
        "lede": f"With it go {candidacies} and {people}, their notes and letters. "
        "You can bring everything back for 30 days.",
        "yes": "Delete it",
        "back": row.get_absolute_url(),
    }
    return render(request, "components/ask_page.html", words)


@require_POST
def stage(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a candidacy to another stage."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    form = StageForm(request.POST, instance=candidacy)
    if form.is_valid():
        label = form.instance.get_stage_display()
        with recorded(f"{candidacy.company}: {label.lower()}", candidacy):
            form.save()
    return redirect(candidacy)


def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a candidacy, or open it again."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    if request.method == "POST" and request.POST.get("do") == "reopen":
        with recorded(f"{candidacy} opened again", candidacy):
            candidacy.closed_on, candidacy.closed_as = None, ""
            candidacy.save()
        return redirect(candidacy)
    given = {"closed_on": timezone.localdate(), "closed_as": request.GET.get("as", "")}
    return form_page(
        request,
        lambda data: CloseForm(data, instance=candidacy, initial=given),
        sentence=lambda row: f"{row} closed: {row.get_closed_as_display().lower()}",
        leads_to=lambda _row: reverse("desk:today"),
        heading=f"Close {candidacy}",
        lede="It leaves Today and the lists of what is open. Nothing is deleted, and you can open it again.",
        save="Close it",
        back=candidacy.get_absolute_url(),
    )


def contact(request: HttpRequest, pk: int, contact_pk: int | None = None) -> HttpResponse:
    """A dated line in or out, new or known."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    row = _known(Contact, contact_pk, candidacy=candidacy) or Contact(candidacy=candidacy, at=timezone.now())
    asked = {"person": request.GET["person"]} if "person" in request.GET else None
    zone_name = Profile.load().zone_of(candidacy.company)

    def make(data: Any) -> ContactForm:
        form = ContactForm(data, instance=row, zone_name=zone_name, initial=asked)
        form.offer_people(people_around(candidacy))
        return form

    return form_page(
        request,
        make,
        sentence=lambda line: f"{_who_wrote(line)}, {candidacy.company}",
        leads_to=lambda _line: candidacy.get_absolute_url(),
        heading="A line in or out" if contact_pk is None else "Change this line",
        lede=str(candidacy),
        back=candidacy.get_absolute_url(),
        delete=contact_pk and reverse("candidacy:contact_delete", args=[pk, contact_pk]),
    )


@require_POST
def contact_delete(request: HttpRequest, pk: int, contact_pk: int) -> HttpResponse:
    """Delete a line."""
    row = get_object_or_404(Contact.objects.select_related("candidacy__company"), pk=contact_pk, candidacy=pk)
    sentence = f"A line of {row.candidacy.company} deleted"
    return delete(request, row, sentence=sentence, leads_to=row.candidacy.get_absolute_url())


def development(request: HttpRequest, pk: int, development_pk: int | None = None) -> HttpResponse:
    """An article or event about the company of a candidacy, new or known."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    company = candidacy.company
    row = _known(Development, development_pk, company=company) or Development(company=company)
    return form_page(
        request,
        lambda data: DevelopmentForm(data and _link_or_headline(data), instance=row),
        sentence=lambda _row: f"Saved a development about {company}",
        leads_to=lambda _row: candidacy.get_absolute_url(),
        heading=f"Something happened at {company}",
        lede="It becomes the reason to write.",
        back=candidacy.get_absolute_url(),
        delete=development_pk and reverse("candidacy:development_delete", args=[pk, development_pk]),
    )


@require_POST
def development_delete(request: HttpRequest, pk: int, development_pk: int) -> HttpResponse:
    """Delete a development."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    row = get_object_or_404(Development, pk=development_pk, company=candidacy.company)
    sentence = f"A development about {candidacy.company} deleted"
    return delete(request, row, sentence=sentence, leads_to=candidacy.get_absolute_url())


def news(request: HttpRequest) -> HttpResponse:
    """The bank of something new: all of it, and a form for one more."""
    form = NewsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with recorded("Noted something new about you", form.instance):
            form.save()
        return redirect("candidacy:news")
    page = {"form": form, "news": News.objects.all()}
    return render(request, "candidacy/news.html", page, status=422 if form.errors else 200)


def news_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """One piece of my news."""
    row = get_object_or_404(News, pk=pk)
    return form_page(
        request,
        lambda data: NewsForm(data, instance=row),
        sentence=lambda _row: "Your news changed",
        leads_to=lambda _row: reverse("candidacy:news"),
        heading="Your news",
        back=reverse("candidacy:news"),
        delete=reverse("candidacy:news_delete", args=[pk]),
    )


@require_POST
def news_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a piece of my news."""
    row = get_object_or_404(News, pk=pk)
    return delete(request, row, sentence="Your news deleted", leads_to=reverse("candidacy:news"))


def people_around(candidacy: Candidacy) -> Any:
    """The people of the company, and the agency recruiters I know."""
    return Person.objects.filter(Q(company=candidacy.company) | Q(relation=Relation.AGENCY))


def _known(model: Any, pk: int | None, **belongs: Any) -> Any:
    return None if pk is None else get_object_or_404(model, pk=pk, **belongs)


def _who_wrote(line: Contact) -> str:
    who = line.person.name if line.person else "They"
    return (
        f"{who} wrote"
        if line.direction == "in"
        else f"You wrote to {line.person.name if line.person else 'them'}"
    )


def _link_or_headline(data: Any) -> Any:
    """The quick field of the candidacy page takes either: a link is its own headline until it has one."""
    given = data.get("source_or_link", "").strip()
    if not given:
        return data
    is_link = given.lower().startswith(("http://", "https://"))
    return {"title": given[:500], "url": given if is_link else "", "csrfmiddlewaretoken": ""}
