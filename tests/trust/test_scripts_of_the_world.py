"""Any writing system comes out as it went in, and what turns the direction round is seen."""

from __future__ import annotations

import email
import email.policy
import json
import re
from typing import TYPE_CHECKING

import pytest

from candidacy.models import Candidacy, Company, News, Person
from desk.archive import export_text, read, store
from desk.bidi import spelled_out
from letters.models import Letter

if TYPE_CHECKING:
    from django.test import Client

    from tests.soak import Soak

pytestmark = pytest.mark.django_db

CONTROLS = [*"\u061c\u200e\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]
TEXTS = {
    "emoji": "👩🏽‍🚀 👨‍👩‍👧‍👦 🏳️‍🌈 🇬🇧 1️⃣",
    "right to left": "שלום עולם، مرحبا بالعالم",
    "joined": "क्‍ष क्‌ष می‌خواهم",
    # Two ways to write the same letter stay two.
    "combining": "e\u0301 \u00e9 A\u030a \u00c5 n\u0303 Z̤͔a̘l̟g̭o̷",
    "wide": "日本語 中文 한국어 𠮷 𝔘𝔫𝔦",
    "Thai": "สวัสดีครับ",
    "punctuation": "“quoted” – dash… non\u00a0breaking\u202fnarrow soft\u00adhyphen zero\u200bwidth",
    "controls": f"abc{''.join(CONTROLS)}def",
    "isolates": "\u2067שלום\u2069 then \u202eevil\u202c",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_row_33_forms_archive_and_mail_give_back_what_went_in(client: Client, soak: Soak, text: str) -> None:
    assert client.post("/news/", {"text": text}).status_code == 302
    assert News.objects.get().text == text
    client.post("/companies/add/", {"name": text, "sector": "any"})
    company = Company.objects.get()
    assert company.name == text
    candidacy = Candidacy.objects.create(company=company, role=text)
    miriam = Person.objects.create(company=company, name=text, email="miriam@hollowell.example")
    letter = Letter.objects.create(candidacy=candidacy, to=miriam, subject=text, body=f"{text}\n\n{text}")
    sent = email.message_from_bytes(
        client.get(f"/letters/{letter.pk}.eml").content, policy=email.policy.default
    )
    body = sent.get_body()
    assert body is not None
    assert (sent["Subject"], body.get_content().replace("\r\n", "\n").strip()) == (text, letter.body)
    archive = export_text()
    Company.objects.all().delete()
    News.objects.all().delete()
    store(read(archive))
    assert json.loads(export_text()) == json.loads(archive)
    assert (Person.objects.get().name, Letter.objects.get().body) == (text, letter.body)


def test_row_33_what_turns_the_direction_round_is_shown_on_every_page(client: Client, soak: Soak) -> None:
    text = TEXTS["controls"]
    company = Company.objects.create(name=text)
    person = Person.objects.create(company=company, name=text, title=text)
    candidacy = Candidacy.objects.create(company=company, role=text, notes=text)
    News.objects.create(text=text)
    places = ["/", "/candidacies/", "/people/", "/news/", "/search/?q=abc", f"/companies/{company.pk}/"]
    for path in [*places, person.get_absolute_url(), candidacy.get_absolute_url()]:
        page = client.get(path).text
        # Typed text goes back as it came; whatever else is read is marked.
        read_only = re.sub(r"<textarea.*?</textarea>|<[^>]*>", "", page, flags=re.DOTALL)
        assert [control for control in CONTROLS if control in read_only] == [], path
        if path != "/":
            assert "U+202E" in page, path
    assert person.name in client.get(f"/people/{person.pk}/edit/").text
    soak.say(pages=len(places) + 2, controls=len(CONTROLS))


def test_row_33_a_field_keeps_what_the_page_around_it_marks(soak: Soak) -> None:
    turned = "a\u202eb"
    marked = 'a<span class="tag">U+202E</span>b'
    plain = "a[U+202E]b"
    page = (
        '<title>{2}</title><p class="{0}">{1}<b>{1}</b></p>'
        '<textarea>{0}</textarea><option value="{0}">{2}</option>'
    )
    before = page.format(turned, turned, turned)
    assert spelled_out(before) == page.format(turned, marked, plain)
