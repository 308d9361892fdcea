"""The page on which all letters to one company lie side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candidacy.models import Person
from tests.letters.story import TEXT, Cast

if TYPE_CHECKING:
    from django.test import Client

IDEA = "Follow one pallet through Leith for two weeks with a thermometer."


def letter(name: str, idea: str) -> str:
    return f"Dear {name},\n\n{idea}\n\nKind regards,\nDana"


def page(client: Client, story: Cast, **more: str) -> str:
    answer = client.get(reverse("letters:passround", args=[story.candidacy.company_id]), more)
    assert answer.status_code == 200
    return answer.content.decode()


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_before_there_are_two_letters_there_is_nothing_to_compare(client: Client, story: Cast) -> None:
    assert "<h1>No letters yet</h1>" in page(client, story)
    story.draft()
    assert "<h1>Nothing to compare yet</h1>" in page(client, story)


def test_an_idea_told_twice_is_lit_up_in_both_and_named_once_below(client: Client, story: Cast) -> None:
    story.note(story.ruth, "idea", IDEA)
    sent = story.sent(body=letter("Ruth", IDEA))
    draft = story.draft(to=story.tomasz, body=letter("Tomasz", IDEA))
    said = page(client, story)
    assert "<h1>Ruth’s and Tomasz’s letters sound alike</h1>" in said
    for one, other in ((sent, draft), (draft, sent)):
        assert f'<mark class="w s" id="l{one.pk}-1">{IDEA[:-1]}</mark>' in said
        assert f'<a class="ref" href="#l{other.pk}-1"' in said
    below = words(said[said.index('id="h-tw"') :])
    assert "Ruth and Tomasz. Eleven words and one idea of yours" in below
    assert "Give Tomasz another idea." in below


def test_letters_that_share_nothing_are_each_of_their_own(client: Client, story: Cast) -> None:
    story.sent()
    story.draft(to=story.tomasz, body=letter("Tomasz", "You would rather see one honest forecast."))
    said = page(client, story)
    assert "<h1>Two letters, each of its own</h1>" in said
    assert "Nothing to change." in said


def test_the_chosen_pair_is_named_in_the_address(client: Client, story: Cast) -> None:
    first = story.draft(body=letter("Ruth", "One."))
    story.draft(to=story.tomasz, body=letter("Tomasz", "Two."))
    priya = Person.objects.create(company=story.candidacy.company, name="Priya Nair")
    third = story.draft(to=priya, body=letter("Priya", "Three."))
    said = page(client, story, pair=f"{first.pk}-{third.pk}")
    assert re.findall(r'href="\?pair=([\d-]+)" data-key="\d" aria-current', said) == [
        f"{first.pk}-{third.pk}"
    ]
    assert f'data-pair="{first.pk}-{third.pk}"' in said
    assert page(client, story, pair="nonsense").count('aria-current="true"') == 1


def test_what_was_typed_is_shown_as_typed(client: Client, story: Cast) -> None:
    story.draft(body="Dear Ruth,\n\n<script>alert(1)</script> & more.")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more." in page(client, story)


def test_as_many_queries_for_two_letters_as_for_twelve(client: Client, story: Cast) -> None:
    asked = []
    for _ in range(2):
        for n in range(2 if not asked else 10):
            story.draft(to=(story.ruth, story.tomasz)[n % 2], body=TEXT)
        page(client, story)
        with CaptureQueriesContext(connection) as queries:
            page(client, story)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_two_letters_to_one_person_are_told_apart_by_their_day(client: Client, story: Cast) -> None:
    story.sent(body=letter("Ruth", "One pallet."))
    story.draft(body=letter("Ruth", "Another pallet."))
    story.draft(to=story.tomasz, body=letter("Tomasz", "Three definitions."))
    assert re.findall(r"<b>(.+?)</b>", page(client, story)) == [
        "Ruth, 4 November and Tomasz", "Ruth, draft and Tomasz",
    ]  # fmt: skip


def test_a_look_after_a_change_shows_the_change(client: Client, story: Cast) -> None:
    story.sent(body=letter("Ruth", IDEA))
    draft = story.draft(to=story.tomasz, body=letter("Tomasz", IDEA))
    assert "Ruth’s and Tomasz’s letters sound alike" in page(client, story)
    draft.body = letter("Tomasz", "Three definitions.")
    draft.save()
    said = page(client, story)
    assert "<h1>Two letters, each of its own</h1>" in said
    assert "Three definitions." in said


def test_the_same_letters_are_told_in_the_language_of_each_look(client: Client, story: Cast) -> None:
    story.sent(body=letter("Ruth", IDEA))
    story.draft(to=story.tomasz, body=letter("Tomasz", IDEA))
    looks, labels = [], []
    for language in ("en-gb", "de", "en-gb"):
        client.post("/settings/language/", {"language": language})
        said = page(client, story)
        looks.append([said.count(words) for words in ("Anyone would notice.", "Das fällt sofort auf.")])
        labels.append(re.findall('aria-label="([^"]* 1, [^"]*)"', said))
    assert looks == [[2, 0], [0, 2], [2, 0]]
    english = [
        "Passage 1, same words and idea as in Tomasz’s letter",
        "Passage 1, same words and idea as in Ruth’s letter",
    ]
    german = [
        "Stelle 1, dieselben Worte und Idee wie im Brief an Tomasz",
        "Stelle 1, dieselben Worte und Idee wie im Brief an Ruth",
    ]
    assert labels == [english, german, english]


def test_what_is_marked_is_shown_as_typed_too(client: Client, story: Cast) -> None:
    typed = "I would <b>weigh</b> & measure one pallet a day, twice."
    Person.objects.filter(pk=story.ruth.pk).update(name='Ruth "R" <Adeyemi>')
    story.sent(body=letter("Ruth", typed))
    story.draft(to=story.tomasz, body=letter("Tomasz", typed))
    said = page(client, story)
    assert said.count("&lt;b&gt;weigh&lt;/b&gt; &amp; measure one pallet a day, twice</mark>") == 3
    assert "<b>weigh" not in said
    assert "<Adeyemi>" not in said
