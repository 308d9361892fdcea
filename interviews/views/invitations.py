"""Invitations: handing one in, those that wait, and saying what becomes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from candidacy.models import Candidacy, Profile
from interviews.forms import HandedIn, InvitationForm
from interviews.invites import dismiss, propose, put_by, ready, take, understood, waiting_ones
from interviews.models import Interview, Invitation

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from interviews.invites import Proposal


def index(request: HttpRequest) -> HttpResponse:
    """Hand an invitation in; below, those that wait for a word."""
    candidacy = _chosen(request)
    form = HandedIn(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        form = HandedIn(request.POST, request.FILES)
        if form.is_valid():
            return _put_by(form, candidacy)
        status = 422
    words = {"form": form, "candidacy": candidacy, "waiting": waiting_ones()}
    return render(request, "interviews/invitations.html", words, status=status)


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What one invitation would become; posted, what it becomes."""
    waiting = get_object_or_404(Invitation.objects.select_related("candidacy__company"), pk=pk)
    if request.method == "POST" and request.POST.get("do") == "not":
        dismiss(waiting)
        return redirect("interviews:invitations")
    one = understood(waiting)
    if one is None:
        raise Http404
    proposal = propose(one, waiting.candidacy)
    if request.method == "POST" and one.cancelled and proposal.interview:
        return redirect(take(proposal, proposal.interview, []).candidacy)
    form = _form(proposal, None)
    if request.method == "POST":
        with transaction.atomic():
            form = _form(proposal, request.POST)
            if form.is_valid():
                return redirect(_confirmed(form, proposal).candidacy)
    words = {"waiting": waiting, "proposal": proposal, "form": form}
    return render(
        request, "interviews/invitation.html", words, status=422 if request.method == "POST" else 200
    )


def _confirmed(form: InvitationForm, proposal: Proposal) -> Interview:
    interview = form.save(commit=False)
    return take(proposal, interview, form.met(), new=form.newcomer)


def _form(proposal: Proposal, data: Any) -> InvitationForm:
    profile = Profile.load()
    zone = profile.zone_of(proposal.candidacy.company) if proposal.candidacy else profile.time_zone
    return InvitationForm(data, proposal=proposal, instance=ready(proposal), zone_name=zone)


def _put_by(form: HandedIn, candidacy: Candidacy | None) -> HttpResponse:
    with transaction.atomic():
        proposals = [propose(one, candidacy) for one in form.cleaned_data["found"]]
        new = [one for one in proposals if one.action != "unchanged"]
        rows = [put_by(one.invitation, candidacy) for one in new]
    known = next((one.interview for one in proposals if one.interview), None)
    if len(rows) == 1:
        return redirect(rows[0])
    if not rows and known:
        return redirect("interviews:interview", known.pk)
    return redirect("interviews:invitations")


def _chosen(request: HttpRequest) -> Candidacy | None:
    given = request.POST.get("candidacy") or request.GET.get("candidacy", "")
    if not (given.isascii() and given.isdecimal() and len(given) < 19):
        return None
    return Candidacy.objects.select_related("company").filter(pk=int(given)).first()
