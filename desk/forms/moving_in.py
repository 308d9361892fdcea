"""Forms of moving in: the file, and what is decided about its rows and columns."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk import invited
from desk.archive import zipped
from desk.moving_in.columns import IGNORED
from desk.moving_in.words import MEANINGS
from desk.posted import is_mail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import QueryDict

    from desk.moving_in.waiting import Waiting

_LONGEST = 500


class ExportFileForm(forms.Form):
    """The file to move in with."""

    file = forms.FileField(
        label=gettext_lazy("Your export or spreadsheet"),
        help_text=gettext_lazy(
            "A .csv, .json, .vcf or .zip. Nothing is added before you have seen what it holds."
        ),
        widget=forms.FileInput(attrs={"class": "input", "accept": ".csv,.tsv,.txt,.json,.vcf,.zip,text/csv"}),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("There is nothing in this file."),
        },
    )

    def clean_file(self) -> bytes:
        """Its content; of a zip, the archive in it."""
        given = self.cleaned_data["file"]
        if given.size > zipped.LARGEST:
            most = {"size": zipped.LARGEST // 1024 // 1024}
            raise forms.ValidationError(_("This file is larger than %(size)s MB.") % most)
        data = bytes(given.read())
        if zipfile.is_zipfile(io.BytesIO(data)) and b"afterword.json" in data[:200]:
            try:
                return zipped.content(io.BytesIO(data), _("This file"))
            except zipped.ZipRefusedError as error:
                raise forms.ValidationError(str(error)) from error
        if is_mail(data):
            raise forms.ValidationError(_("This is mail. Read it under Settings, Mail in."))
        if invited.is_calendar(data):
            raise forms.ValidationError(_("This is an invitation. It is read on a page of its own."))
        return data


class Decisions:
    """What was typed, chosen and ticked beside a preview. `errors` has a sentence by the row’s number."""

    def __init__(self, preview: dict[str, Any], given: QueryDict) -> None:
        self._preview, self._given = preview, given
        self._left = set(given.getlist("skip"))
        self.errors: dict[int, str] = {}
        # Rows that something was typed for.
        self._typed: set[int] = set()

    def take(self, file: Waiting) -> bool:
        """Keep them with the file; gives whether anything is other than before."""
        before = (
            dict(file.meanings),
            {row: dict(typed) for row, typed in file.mended.items()},
            dict(file.answers),
        )
        for one in self._preview.get("problems", []):
            self._row(file, one)
        for one in self._preview.get("columns", []):
            chosen = self._given.get(f"m{one['place']}")
            if chosen is not None and chosen != one["meaning"] and chosen in ("", IGNORED, *MEANINGS):
                file.meanings[str(one["place"])] = chosen
        return before != (file.meanings, file.mended, file.answers)

    def still_wrong(self, preview: dict[str, Any]) -> dict[int, str]:
        """The errors, with those of rows that what was typed did not mend."""
        for one in preview.get("problems", []):
            if one["number"] in self._typed and not one.get("is_mended"):
                self.errors.setdefault(one["number"], one["sentence"])
        return self.errors

    def _row(self, file: Waiting, one: dict[str, Any]) -> None:
        number = one["number"]
        typed = self._given.get(f"r{number}", "").replace("\x00", "").strip()
        ticked = str(number) in self._left
        # Ticked is how a row with a problem comes; what is typed beside it says more.
        leave = ticked and (not typed or one.get("is_mended", False))
        if len(typed) > _LONGEST:
            self.errors[number] = _("Keep it to %(count)s characters.") % {"count": _LONGEST}
        elif leave:
            file.answers.pop(one.get("folded", ""), None)
            file.mended.pop(str(number), None)
        elif not typed:
            self.errors[number] = _("Say what it is, or leave the row out.")
        elif one["kind"] == "near":
            file.answers[one["folded"]] = int(one["key"]) if typed == "yes" else 0
        else:
            self._typed.add(number)
            file.mended.setdefault(str(number), {})[one["field"]] = typed

    def shown(self, preview: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The rows of a preview, with what was typed and what is wrong with it."""
        for one in preview.get("problems", []):
            number = one["number"]
            typed = self._given.get(f"r{number}", one.get("value", ""))
            yield {
                **one,
                "value": typed,
                "error": self.errors.get(number, ""),
                "ticked": str(number) in self._left,
            }


def meanings() -> list[tuple[str, str]]:
    """What a column may mean, for a list to choose from."""
    return [("", _("Leave out")), *((name, str(label)) for name, label in MEANINGS.items())]
