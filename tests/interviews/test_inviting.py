"""Invitations become interviews: of which candidacy, with whom, and what follows them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Company, Contact, Person, Profile
from desk.archive import export_text, store
from desk.archive import read as read_archive
from interviews.invitation.reading import read_calendar
from interviews.invites import propose
from interviews.models import Interview, Interviewer, Invitation

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parent.parent / "data" / "invitations"


@pytest.fixture(autouse=True)
def _ines() -> None:
    Profile(name="Ines Moreau", email="ines.moreau@post.example", time_zone="Europe/London").save()


@pytest.fixture
def saltmarsh() -> Candidacy:
    """A company of which only the website is known."""
    return candidacy("Saltmarsh Foods", "Operations Manager", "https://www.saltmarsh.example/jobs")


def candidacy(company: str, role: str, website: str = "", **more: Any) -> Candidacy:
    row, _ = Company.objects.get_or_create(name=company, defaults={"website": website, **more})
    return Candidacy.objects.create(company=row, role=role, stage="interview")


def took(name: str, *words: str) -> list[dict[str, Any]]:
    """What the command says of a sample."""
    out = io.StringIO()
    call_command("import", SAMPLES / name, "--from", "ics", "--json", *words, stdout=out)
    entries: list[dict[str, Any]] = json.loads(out.getvalue())["interviews"]
    return entries


def actions(name: str) -> list[str]:
    return [entry["action"] for entry in took(name)]


class TestTheCommand:
    @pytest.mark.usefixtures("saltmarsh")
    def test_what_is_sure_is_added_with_its_people(self) -> None:
        uid = "040000008200E00074C5B7101A82E00800000000B0C8F2A1C75CDB01000000000000000010000000A1B2"
        assert took("outlook_teams.ics") == [
            {
                "uid": uid,
                "company": "Saltmarsh Foods",
                "role": "Operations Manager",
                "starts_at": "2026-11-24T11:00:00+00:00",
                "ends_at": "2026-11-24T12:00:00+00:00",
                "time_zone": "Europe/London",
                "channel": "video",
                "place": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NzQ5%40thread.v2/0"
                "?context=%7b%22Tid%22%3a%22a1%22%7d",
                "with": ["Nadia Haddad", "Owen Price"],
                "action": "added",
            }
        ]
        assert [(one.name, one.email, one.company.name) for one in Person.objects.order_by("pk")] == [
            ("Nadia Haddad", "nadia.haddad@saltmarsh.example", "Saltmarsh Foods"),
            ("Owen Price", "owen.price@saltmarsh.example", "Saltmarsh Foods"),
        ]

    @pytest.mark.usefixtures("saltmarsh")
    def test_the_same_file_twice_adds_nothing(self) -> None:
        took("outlook_teams.ics")
        before = export_text()
        assert actions("outlook_teams.ics") == ["unchanged"]
        assert export_text() == before

    @pytest.mark.usefixtures("saltmarsh")
    def test_what_follows_moves_it_and_calls_it_off_whatever_the_order(self) -> None:
        assert actions("outlook_teams.ics") == ["added"]
        assert actions("outlook_teams_moved.ics") == ["updated"]
        assert Interview.objects.get().starts_at.isoformat() == "2026-11-25T14:30:00+00:00"
        assert actions("outlook_teams.ics") == ["unchanged"]
        assert actions("outlook_teams_cancelled.ics") == ["cancelled"]
        assert actions("outlook_teams_cancelled.ics") == ["unchanged"]
        assert actions("outlook_teams_moved.ics") == ["unchanged"]
        assert Interview.objects.get().cancelled
        assert Interviewer.objects.count() == 2

    @pytest.mark.usefixtures("saltmarsh")
    def test_calling_off_what_nobody_knows_does_nothing(self) -> None:
        assert actions("outlook_teams_cancelled.ics") == ["unchanged"]
        assert not Interview.objects.exists()

    @pytest.mark.usefixtures("saltmarsh")
    def test_nothing_stays_after_a_dry_run(self) -> None:
        before = export_text()
        assert [entry["action"] for entry in took("outlook_teams.ics", "--dry-run")] == ["added"]
        assert export_text() == before

    @pytest.mark.parametrize("name", ["floating.ics", "clocks_back.ics", "weekly.ics"])
    def test_a_doubtful_time_and_a_series_are_asked_about(self, name: str) -> None:
        candidacy("Harbour & Pine", "Operations Director", "https://harbour.example")
        assert actions(name)[0] == "asked"
        assert Invitation.objects.exists()
        waiting = Invitation.objects.count()
        assert actions(name)[0] == "asked"
        assert Invitation.objects.count() == waiting

    def test_several_talks_of_one_file_are_each_their_own(self) -> None:
        candidacy("Harbour & Pine", "Operations Director", "https://harbour.example")
        assert [(one["starts_at"], one["with"], one["action"]) for one in took("three_talks.ics")] == [
            ("2026-12-02T10:00:00+00:00", ["Ruth Adeyemi"], "added"),
            ("2026-12-02T11:00:00+00:00", ["Tomasz Nowak"], "added"),
        ]

    def test_somebody_unknown_who_names_the_company_is_asked_about(self) -> None:
        candidacy("Saltmarsh Foods", "Head of Supply")
        (entry,) = took("outlook_teams.ics")
        assert (entry["action"], entry["company"], entry["with"]) == (
            "asked",
            None,
            ["Nadia Haddad", "Owen Price"],
        )
        candidacy("Tidewater", "Finance Lead")
        (entry,) = took("zoom.ics")
        assert (entry["action"], entry["company"], entry["time_zone"]) == (
            "asked",
            "Tidewater",
            "America/Los_Angeles",
        )
        assert not Interview.objects.exists()

    @pytest.mark.usefixtures("saltmarsh")
    def test_it_is_known_by_its_content_too(self) -> None:
        out = io.StringIO()
        call_command("import", SAMPLES / "outlook_teams.ics", stdout=out)
        assert out.getvalue() == "Added: Saltmarsh Foods, 2026-11-24T11:00:00+00:00\n"

    def test_what_is_no_invitation_is_refused_in_one_line(self, tmp_path: Path) -> None:
        file = tmp_path / "x.ics"
        file.write_text("Dear Ines")
        with pytest.raises(CommandError, match=r"^Nothing was imported\. There is no invitation in this"):
            call_command("import", file, "--from", "ics")


class TestWhoseItIs:
    @pytest.mark.usefixtures("saltmarsh")
    def test_of_two_at_one_company_the_role_tells(self) -> None:
        candidacy("Saltmarsh Foods", "Head of Supply")
        assert took("outlook_teams.ics")[0]["role"] == "Operations Manager"

    def test_and_where_it_does_not_tell_it_is_asked(self) -> None:
        candidacy("Saltmarsh Foods", "Head of Supply", "https://saltmarsh.example")
        candidacy("Saltmarsh Foods", "Buyer")
        assert actions("outlook_teams.ics") == ["asked"]

    def test_an_agency_recruiter_leads_to_what_was_talked_about(self) -> None:
        row = candidacy("Nordlicht", "Betriebsleitung")
        agency = Company.objects.create(name="Wexley", sector="agency")
        silke = Person.objects.create(
            company=agency, name="Silke Brandt", email="S.Brandt@nordlicht.example", relation="agency"
        )
        candidacy("Elsewhere", "Buyer")
        assert actions("outlook_cities.ics") == ["asked"]
        Contact.objects.create(candidacy=row, person=silke, at="2026-11-01T09:00Z", direction="in")
        (entry,) = took("outlook_cities.ics")
        assert (entry["action"], entry["company"]) == ("added", "Nordlicht")

    @pytest.mark.usefixtures("saltmarsh")
    def test_what_is_closed_is_not_meant(self) -> None:
        Candidacy.objects.update(closed_as="rejected")
        assert actions("outlook_teams.ics") == ["asked"]

    def test_a_free_mail_address_says_nothing_of_a_company(self) -> None:
        row = candidacy("Kitestack", "Buyer")
        Person.objects.create(company=row.company, name="Pat", email="pat@gmail.com")
        text = (SAMPLES / "google_meet.ics").read_text().replace("kitestack.example", "gmail.com")
        assert propose(read_calendar(text)[0]).action == "asked"


class TestWhoIsThere:
    def seats(self, name: str) -> list[tuple[str, bool, str]]:
        proposal = propose(read_calendar((SAMPLES / name).read_bytes())[0])
        return [(seat.guest.name, seat.ticked, seat.why) for seat in proposal.seats]

    @pytest.mark.usefixtures("saltmarsh")
    def test_rooms_and_i_are_left_unticked(self) -> None:
        assert self.seats("outlook_teams.ics") == [
            ("Nadia Haddad", True, ""),
            ("Owen Price", True, ""),
            ("Ines Moreau", False, "That is you."),
            ("Room 2.14", False, "Looks like a room."),
        ]

    def test_an_assistant_arranges_and_a_machine_is_nobody(self) -> None:
        assert self.seats("teams_only_html.ics")[0] == ("Dana Frost", False, "Arranges it for somebody else.")
        assert self.seats("google_on_site.ics")[0] == (
            "Talent Team", False, "An address that nobody in particular reads."
        )  # fmt: skip
        assert self.seats("calendly.ics") == [
            ("Grace Okafor", True, ""), ("Ines Moreau", False, "That is you.")
        ]  # fmt: skip

    def test_an_organiser_alone_is_there_whatever_the_title(self) -> None:
        assert self.seats("outlook_custom_zone.ics")[0] == ("Marcus Bell", True, "")

    def test_known_people_are_found_by_address_then_by_name(self, saltmarsh: Candidacy) -> None:
        nadia = Person.objects.create(
            company=saltmarsh.company, name="Nadia H.", email="NADIA.HADDAD@saltmarsh.example"
        )
        owen = Person.objects.create(company=saltmarsh.company, name="owen price", title="Buyer")
        took("outlook_teams.ics")
        assert set(Interview.objects.get().people.all()) == {nadia, owen}
        assert Person.objects.count() == 2


class TestThePages:
    def hand_in(self, client: Client, name: str, **more: Any) -> Any:
        file = SimpleUploadedFile(name, (SAMPLES / name).read_bytes())
        return client.post("/invitations/", {"file": file, **more})

    def test_nothing_is_added_until_it_is_confirmed(self, client: Client, saltmarsh: Candidacy) -> None:
        answer = self.hand_in(client, "outlook_teams.ics")
        page = answer.headers["Location"]
        assert page == f"/invitations/{Invitation.objects.get().pk}/"
        shown = client.get(page)
        assert not Interview.objects.exists()
        form = shown.context["form"]
        sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
        sent |= {
            "starts_at": "2026-11-24T11:00",
            "ends_at": "2026-11-24T12:00",
            "title_0": "Head of Operations",
        }
        assert client.post(page, sent).headers["Location"] == saltmarsh.get_absolute_url()
        talk = Interview.objects.get()
        assert [(one.name, one.title) for one in talk.people.order_by("pk")] == [
            ("Nadia Haddad", "Head of Operations"), ("Owen Price", "")
        ]  # fmt: skip
        assert not Invitation.objects.exists()

    @pytest.mark.usefixtures("saltmarsh")
    def test_it_is_one_line_of_the_log_and_undone_at_once(self) -> None:
        took("outlook_teams.ics")
        change = Change.objects.get()
        assert change.sentence == "Interview at Saltmarsh Foods added, by invitation"
        undo(change)
        assert not Interview.objects.exists()
        assert not Person.objects.exists()

    @pytest.mark.usefixtures("saltmarsh")
    def test_it_waits_on_today_until_it_is_something_else(self, client: Client) -> None:
        self.hand_in(client, "outlook_teams.ics")
        path = Invitation.objects.get().get_absolute_url()
        assert path in client.get("/").text
        assert client.post(path, {"do": "not"}).headers["Location"] == "/invitations/"
        assert path not in client.get("/").text
        undo(Change.objects.get())
        assert path in client.get("/").text

    def test_a_text_is_read_and_the_same_text_twice_waits_once(
        self, client: Client, saltmarsh: Candidacy
    ) -> None:
        text = (SAMPLES / "outlook_forwarded.txt").read_text()
        first, second = (client.post("/invitations/", {"text": text}).headers["Location"] for _ in range(2))
        assert first == second
        assert client.get(first).context["proposal"].candidacy == saltmarsh

    @pytest.mark.parametrize(
        ("sent", "field", "sentence"),
        [
            ({}, "file", "Choose the file, or paste the text."),
            ({"text": "Dear Ines"}, "text", "No day and time stand in this text."),
            ({"text": "BEGIN:VCALENDAR\nEND:VCALENDAR"}, "text", "Nothing in it invites you"),
        ],
    )
    def test_what_cannot_be_read_says_so_beside_the_field(
        self, client: Client, sent: dict[str, str], field: str, sentence: str
    ) -> None:
        answer = client.post("/invitations/", sent)
        assert answer.status_code == 422
        assert sentence in answer.context["form"].errors[field][0]
        assert answer.context["form"]["text"].value() == sent.get("text")

    def test_a_missing_zone_is_asked_for(self, client: Client) -> None:
        row = candidacy("Harbour & Pine", "Operations Director", "https://harbour.example")
        page = self.hand_in(client, "floating.ics").headers["Location"]
        sent = {"candidacy": row.pk, "starts_at": "2026-12-01T10:00", "channel": "video", "seat_0": "on"}
        answer = client.post(page, sent)
        assert (answer.status_code, answer.context["form"].errors["time_zone"]) == (
            422, ["Say which time zone it means."]
        )  # fmt: skip
        client.post(page, {**sent, "time_zone": "Europe/Berlin"})
        assert Interview.objects.get().starts_at.isoformat() == "2026-12-01T09:00:00+00:00"

    def test_the_hour_that_comes_twice_is_asked_about(self, client: Client) -> None:
        row = candidacy("Harbour & Pine", "Operations Director", "https://harbour.example")
        page = self.hand_in(client, "clocks_back.ics").headers["Location"]
        sent = {
            "candidacy": row.pk,
            "starts_at": "2026-10-25T01:30",
            "channel": "video",
            "time_zone": "Europe/London",
        }
        answer = client.post(page, sent)
        assert answer.status_code == 422
        assert "starts_at_fold" in answer.context["form"].fields
        client.post(page, {**sent, "starts_at_fold": "1"})
        assert Interview.objects.get().starts_at.isoformat() == "2026-10-25T01:30:00+00:00"

    def test_a_company_that_is_new_begins_with_it(self, client: Client) -> None:
        page = self.hand_in(client, "google_meet.ics").headers["Location"]
        sent = {"starts_at": "2026-11-27T14:00", "channel": "video", "seat_0": "on"}
        assert client.post(page, sent).status_code == 422
        client.post(page, {**sent, "new_company": "Kitestack", "new_role": "Head of Operations"})
        talk = Interview.objects.get()
        assert (str(talk.candidacy), talk.starts_at.isoformat()) == (
            "Head of Operations, Kitestack", "2026-11-27T14:00:00+00:00"
        )  # fmt: skip
        undo(Change.objects.get())
        assert not Company.objects.exists()

    @pytest.mark.usefixtures("saltmarsh")
    def test_it_is_for_the_candidacy_it_was_handed_in_at(self, client: Client) -> None:
        other = candidacy("Tidewater", "Finance Lead")
        link = f"/invitations/?candidacy={other.pk}"
        assert link in client.get(other.get_absolute_url()).text
        page = self.hand_in(client, "outlook_teams.ics", candidacy=other.pk).headers["Location"]
        assert client.get(page).context["proposal"].candidacy == other

    @pytest.mark.usefixtures("saltmarsh")
    def test_moving_and_calling_off_are_confirmed_too(self, client: Client) -> None:
        took("outlook_teams.ics")
        page = self.hand_in(client, "outlook_teams_moved.ics").headers["Location"]
        assert "Saltmarsh Foods changed the interview" in client.get(page).text
        sent = {
            "starts_at": "2026-11-25T14:30", "ends_at": "2026-11-25T15:30", "channel": "video",
            "time_zone": "Europe/London", "seat_0": "on",
        }  # fmt: skip
        client.post(page, sent)
        assert Interview.objects.get().starts_at.isoformat() == "2026-11-25T14:30:00+00:00"
        page = self.hand_in(client, "outlook_teams_cancelled.ics").headers["Location"]
        assert "called it off" in client.get(page).text
        assert not Interview.objects.get().cancelled
        client.post(page)
        assert Interview.objects.get().cancelled

    @pytest.mark.usefixtures("saltmarsh")
    def test_what_is_known_already_leads_to_its_interview(self, client: Client) -> None:
        took("outlook_teams.ics")
        where = self.hand_in(client, "outlook_teams.ics").headers["Location"]
        assert where == f"/interviews/{Interview.objects.get().pk}/"
        assert not Invitation.objects.exists()


def test_an_archive_brings_what_waits_and_what_is_followed_along(saltmarsh: Candidacy) -> None:
    took("outlook_teams.ics")
    took("weekly.ics")
    before = export_text()
    for model in (Invitation, Company):
        model.objects.all().delete()
    store(read_archive(before))
    assert export_text() == before
    assert actions("outlook_teams_moved.ics") == ["updated"]
