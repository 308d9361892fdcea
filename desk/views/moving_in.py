"""Moving in from another tracker: choose a file, see what it would do, mend, bring it in, follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from candidacy.templatetags.words import listed
from desk.archive import ArchiveRefusedError
from desk.archive.faults import visible
from desk.forms import Decisions, ExportFileForm, meanings
from desk.moving_in import job, waiting, words
from desk.moving_in.refusing import UnknownFileError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from desk.moving_in.waiting import Waiting

_NAME_LENGTH = 200


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a file; posted, keep it and look at it."""
    form = ExportFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = ExportFileForm(request.POST, request.FILES)
        file = _put(form) if form.is_valid() else None
        if file:
            return redirect("desk:import_file", file.pk)
    words_of_page = {"form": form, "waiting": waiting.waiting_now()}
    return render(request, "desk/import_choose.html", words_of_page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file would do, or did; posted, look again with what was decided, or give it up."""
    file = _file(pk)
    if job.of(pk):
        return redirect("desk:import_progress", pk)
    if request.method == "POST" and file.state != waiting.DONE:
        if request.POST.get("do") == "forget":
            file.forget()
            return redirect("desk:import")
        return _decided(request, file) or redirect("desk:import_file", pk)
    return _shown(request, file)


@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring the file in, where nothing that was decided is wrong."""
    file = _file(pk)
    if file.state == waiting.DONE or job.of(pk):
        return redirect("desk:import_file", pk)
    refused = _decided(request, file)
    if refused:
        return refused
    if not file.preview.get("ready"):
        file.said = _("There is nothing to import: every row is left out.")
        return _shown(request, file, status=422)
    try:
        job.begin(file)
    except job.BusyError:
        file.said = _("Another import is under way. Wait until it is done.")
        return _shown(request, file, status=422)
    return redirect("desk:import_progress", pk)


@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is; asked by the page itself, that part of it alone."""
    file, under_way = _file(pk), job.of(pk)
    asked_by_page = bool(request.headers.get("HX-Request"))
    if under_way is None:
        where = redirect("desk:import_file", pk)
        return HttpResponseClientRedirect(where.headers["Location"]) if asked_by_page else where
    template = "desk/import_running.html#how-far" if asked_by_page else "desk/import_running.html"
    answer = render(request, template, {"file": file, "job": under_way, "steps": _steps(under_way)})
    answer.headers["Vary"] = "HX-Request"
    return answer


@require_POST
def stop(_request: HttpRequest, pk: int) -> HttpResponse:
    """Stop it: nothing is changed."""
    _file(pk)
    under_way = job.of(pk)
    if under_way:
        under_way.stopped.set()
        if under_way.thread:
            # Taking back what was written takes a moment at most.
            under_way.thread.join(timeout=5)
    return redirect("desk:import_file", pk)


def _file(pk: int) -> Waiting:
    file = waiting.find(pk)
    if file is None:
        raise Http404
    return file


def _put(form: ExportFileForm) -> Waiting | None:
    """Keep the file and look at it; None where it cannot be read, and the form says why."""
    # Not at the top: what reads files is loaded when there is one, and no other page waits for it.
    from desk.moving_in import previewing
    from desk.moving_in.recognising import AFTERWORD, is_archive

    data = form.cleaned_data.pop("file")
    name = visible(str(getattr(form.files["file"], "name", "")))[:_NAME_LENGTH]
    file = waiting.put(name, AFTERWORD if is_archive(data) else "", data)
    # It is read where it lies now, and would be held beside all that comes of it.
    del data
    try:
        previewing.look(file)
    except UnknownFileError as error:
        form.add_error("file", words.unreadable(error))
    except ArchiveRefusedError as error:
        form.add_error("file", str(error))
    if form.errors:
        file.forget()
        return None
    file.save()
    return file


def _decided(request: HttpRequest, file: Waiting) -> HttpResponse | None:
    """Keep what was decided and look again; the page with what is wrong with it, if anything is."""
    from desk.moving_in import previewing

    decisions = Decisions(file.preview, request.POST)
    try:
        if decisions.take(file):
            previewing.look(file)
    except UnknownFileError as error:
        file.said = words.unreadable(error)
        return _shown(request, file, status=422)
    file.said = ""
    file.save()
    if decisions.still_wrong(file.preview):
        return _shown(request, file, decisions=decisions, status=422)
    return None


def _shown(
    request: HttpRequest, file: Waiting, *, decisions: Decisions | None = None, status: int = 200
) -> HttpResponse:
    seen = file.preview
    if file.state == waiting.RUNNING and job.of(file.pk) is None:
        # Afterword was ended meanwhile.
        file.said = _("It was broken off. Nothing was changed.")
    rows = list(decisions.shown(seen)) if decisions else seen.get("problems", [])
    columns = [
        {**one, "read_as": parse_date(one["read_as"]) if one["read_as"] else None}
        for one in seen.get("columns", [])
    ]
    known = [one for one in seen.get("columns", []) if one["meaning"]]
    added = words.counts(seen.get("added", {}))
    page_words: dict[str, Any] = {
        "file": file,
        "seen": seen,
        "rows": rows,
        "errors": [one for one in rows if one.get("error")],
        "shape": words.SHAPES.get(file.source, ""),
        "added": added,
        "more": listed([f"{one['count']} {one['word']}" for one in added[1:]]) if added[1:] else "",
        "matched": words.counts(seen.get("matched", {})),
        "columns": columns,
        "known": len(known),
        "all_columns": "columns" in request.GET,
        "meanings": meanings(),
        "own_meanings": words.MEANINGS,
    }
    template = "desk/import_done.html" if file.state == waiting.DONE else "desk/import.html"
    return render(request, template, page_words, status=status)


def _steps(under_way: job.Job) -> list[dict[str, Any]]:
    """The steps in order, each with whether it is over, under way, or to come."""
    labels = {
        "backup": (_("Backing up first"), _("Backed up first")),
        "read": (_("Reading the file"), _("File read")),
        "store": (_("Adding companies, people and contacts"),) * 2,
        "keep": (_("Checking the whole, then keeping it"),) * 2,
    }
    at = job.STEPS.index(under_way.step)
    return [
        {"name": name, "label": labels[name][place < at], "is_over": place < at, "is_now": place == at}
        for place, name in enumerate(job.STEPS)
    ]
