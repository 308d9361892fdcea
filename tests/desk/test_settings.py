"""Settings: each section saves alone, refuses with a sentence beside the field, and keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from candidacy.changes import undo
from candidacy.models import Change, Profile
from candidacy.rules import Rules, rule_fields

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
DANA = {
    "name": "Dana Whitfield",
    "sign_off": "Warm regards",
    "email": "",
    "phone": "",
    "country": "GB",
    "region": "SCT",
    "time_zone": "Europe/London",
}


def numbers(**changed: object) -> dict[str, object]:
    return {rule.name: rule.default for rule in rule_fields()} | changed


def test_who_i_am_and_where(client: Client) -> None:
    answer = client.post("/settings/you/", DANA)
    assert (answer.status_code, answer["Location"]) == (302, "/settings/?saved=you#you")
    profile = Profile.load()
    assert {name: getattr(profile, name) for name in DANA} == DANA
    page = client.get("/settings/?saved=you").text
    assert page.count("Saved ") == 1
    assert '<option value="SCT" selected>Scotland</option>' in page


@pytest.mark.parametrize("said", ["London", " london ", "europe/london", "Europe/London"])
def test_a_city_is_enough_of_a_time_zone(client: Client, said: str) -> None:
    client.post("/settings/you/", {**DANA, "time_zone": said})
    assert Profile.load().time_zone == "Europe/London"


def test_the_region_goes_with_its_country(client: Client) -> None:
    client.post("/settings/you/", DANA)
    client.post("/settings/you/", {**DANA, "country": "DE"})
    assert (Profile.load().country, Profile.load().region) == ("DE", "")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"time_zone": "Londn"}, "“Londn” is not a time zone such as Europe/London."),
        ({"region": "BY"}, "Take one of England, Northern Ireland, Scotland, Wales."),
        ({"email": "dana at home"}, "Enter a valid email address."),
        ({"country": "G1"}, "Take the two-letter code of the country, such as GB."),
    ],
)
def test_what_cannot_be_is_refused_and_kept(client: Client, wrong: dict[str, str], sentence: str) -> None:
    client.post("/settings/you/", DANA)
    answer = client.post("/settings/you/", {**DANA, "name": "Dana W.", **wrong})
    ((name, typed),) = wrong.items()
    form = answer.context["you"]
    assert (answer.status_code, form.errors[name][0]) == (422, sentence)
    assert (str(form[name].value()), form["name"].value()) == (typed, "Dana W.")
    assert Profile.load().name == "Dana Whitfield"
    assert "<title>Error: Settings" in answer.text


def test_every_number_of_the_clock_stands_beside_its_reason(client: Client) -> None:
    page = client.get("/settings/")
    missing = [rule.name for rule in rule_fields() if f'name="{rule.name}"' not in page.text]
    unexplained = [rule.name for rule in rule_fields() if rule.reason not in page.text.replace("&#x27;", "'")]
    assert (missing, unexplained) == ([], [])


def test_a_number_of_mine_says_what_is_usual_and_can_be_taken_back(client: Client) -> None:
    client.post("/settings/clock/", numbers(interview_silent=9))
    assert Profile.load().preferences.rules == Rules(interview_silent=9)
    assert "Usually 7." in client.get("/settings/").text
    client.post("/settings/clock/", {"do": "defaults"})
    assert Profile.load().preferences.rules == Rules()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"interview_silent": ""}, "Take a whole number."),
        ({"interview_silent": "soon"}, "Take a whole number."),
        ({"interview_silent": "0"}, "Ensure this value is greater than or equal to 1."),
        ({"send_until": "25"}, "Ensure this value is less than or equal to 24."),
    ],
)
def test_no_such_number(client: Client, wrong: dict[str, str], sentence: str) -> None:
    answer = client.post("/settings/clock/", numbers(applied_quiet=4, **wrong))
    ((name, typed),) = wrong.items()
    form = answer.context["clock"]
    assert (answer.status_code, form.errors[name][0]) == (422, sentence)
    assert (form[name].value(), form["applied_quiet"].value()) == (typed, "4")
    assert f'id="id_{name}_error"' in answer.text
    assert Profile.load().preferences.rules == Rules()


def test_quiet_comes_before_silent(client: Client) -> None:
    answer = client.post("/settings/clock/", numbers(final_quiet=8))
    assert answer.status_code == 422
    assert answer.context["clock"].non_field_errors() == [
        "Final round, quiet after 8, but silent after 7: quiet comes first."
    ]


def test_days_off_of_my_own(client: Client) -> None:
    client.post("/settings/days/", {"days_off": "2026-12-23\n2026-11-02"})
    assert {str(day) for day in Profile.load().preferences.days_off} == {"2026-11-02", "2026-12-23"}
    answer = client.post("/settings/days/", {"days_off": "2026-12-23\nWhit Monday"})
    assert answer.status_code == 422
    assert answer.context["days"]["days_off"].value() == "2026-12-23\nWhit Monday"
    assert answer.context["days"].errors["days_off"] == ["“Whit” is not a day such as 2026-12-23."]


def test_light_or_dark(client: Client) -> None:
    assert "data-theme" not in client.get("/settings/").text
    client.post("/settings/look/", {"theme": "dark"})
    assert '<html lang="en-GB" data-theme="dark">' in client.get("/settings/").text
    assert client.post("/settings/look/", {"theme": "sepia"}).status_code == 422


def test_single_keys_can_be_switched_off(client: Client) -> None:
    assert "/keys.js" in client.get("/people/").text
    client.post("/settings/keys/", {})
    page = client.get("/people/").text
    assert ("/keys.js" in page, "all shortcuts" in page) == (False, False)
    assert "They are switched off" in client.get("/shortcuts/").text
    client.post("/settings/keys/", {"shortcuts": "on"})
    assert "/keys.js" in client.get("/people/").text


def test_one_section_leaves_the_others_alone(client: Client) -> None:
    client.post("/settings/look/", {"theme": "light"})
    client.post("/settings/clock/", numbers(interview_silent=9))
    client.post("/settings/days/", {"days_off": "2026-12-23"})
    client.post("/settings/keys/", {})
    assert Profile.load().settings == {
        "interview_silent": 9,
        "days_off": ["2026-12-23"],
        "theme": "light",
        "shortcuts": False,
    }


def test_a_setting_can_be_undone(client: Client) -> None:
    client.post("/settings/look/", {"theme": "dark"})
    client.post("/settings/look/", {"theme": "light"})
    undo(Change.objects.latest("pk"))
    assert Profile.load().preferences.theme == "dark"


def test_no_such_section(client: Client) -> None:
    assert client.post("/settings/mail/", {}).status_code == 404
