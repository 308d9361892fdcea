"""Single traps of mail: each a message of a few lines, and what it must not be taken for."""

from __future__ import annotations

import datetime as dt

import pytest

from letters.mailbox import is_mailbox, is_message, messages
from letters.matching import Candidacy, Company, Known, Letter, Person, match, read
from letters.matching.asked import decision_on, needs_reply
from letters.matching.bounce import bounce
from letters.matching.html import as_text
from letters.matching.quoting import parts
from letters.matching.refusal import refuses

KNOWN = Known(
    me=frozenset({"dana@whitfield.example"}),
    companies={"c": Company("c", "Hollowell Freight Ltd", frozenset({"hollowell.example"}))},
    people={"ruth": Person("ruth", "Ruth Adeyemi", "c", frozenset({"ruth@hollowell.example"}))},
    candidacies={"h": Candidacy("h", "c", "Operations Manager", applied_on=dt.date(2026, 9, 1))},
    letters=(
        Letter("L", "h", "ruth", "ruth", "Rotas", "<l@w.example>", dt.datetime(2026, 10, 1, tzinfo=dt.UTC)),
    ),
)
SAID = dt.date(2026, 11, 2)


def _mail(text: str = "Hello.", sender: str = "ruth@hollowell.example", **headers: str) -> bytes:
    head = {"From": sender, "Date": "Mon, 2 Nov 2026 09:00:00 +0000", "Message-ID": "<1@x.example>"}
    told = {**head, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return ("\n".join(f"{name}: {value}" for name, value in told.items()) + f"\n\n{text}\n").encode()


class TestWhoWroteIt:
    @pytest.mark.parametrize(
        ("sender", "sure"),
        [
            ("ruth@hollowell.example", True),
            ("RUTH@Hollowell.Example", True),
            ("yard@depot.hollowell.example", True),
            ("ruth@hollowell.example.evil.example", False),
            ("ruth@nothollowell.example", False),
            ('"ruth@hollowell.example" <r@evil.example>', False),
            ("Ruth Adeyemi <ruth@evil.example>", False),
            # The name is decoded when it is known which part it is, and says no address then.
            ("=?utf-8?q?=3Cruth=40hollowell.example=3E?= <r@evil.example>", False),
            ("=?utf-8?q?Adeyemi=2C_Ruth?= <ruth@hollowell.example>", True),
            # Against the rule, and done all the same.
            ("=?utf-8?q?Ruth_=3Cruth=40hollowell.example=3E?=", True),
        ],
    )
    def test_only_the_address_and_the_companys_own_domain_are_believed(self, sender: str, sure: bool) -> None:
        found = match(read(_mail("About the Operations Manager role at Hollowell Freight.", sender)), KNOWN)
        assert (found.candidacy, found.sure) == ("h", sure)

    @pytest.mark.parametrize(
        ("results", "sure"),
        [
            ("mx.w.example; dmarc=pass", True),
            ("mx.w.example; dmarc=fail (p=none)", False),
            ("mx.w.example; spf=fail; dkim=none", False),
            ("mx.w.example; spf=softfail; dkim=pass", True),
            ("mx.w.example; none", True),
        ],
    )
    def test_my_own_servers_doubt_is_passed_on(self, results: str, sure: bool) -> None:
        assert match(read(_mail(Authentication_Results=results)), KNOWN).sure is sure

    def test_a_result_below_the_topmost_is_the_senders_own_word(self) -> None:
        forged = b"Authentication-Results: mx; dmarc=fail\nAuthentication-Results: mx; dmarc=pass\n"
        assert match(read(forged + _mail()), KNOWN).sure is False

    def test_mail_from_long_before_the_application_is_asked_about(self) -> None:
        old = match(read(_mail(Date="Mon, 3 Nov 2025 09:00:00 +0000")), KNOWN)
        assert (old.candidacy, old.sure, old.why) == ("h", False, "Nothing was under way there on that day.")


class TestRefusals:
    @pytest.mark.parametrize(
        "text",
        [
            "We will not be progressing your application.",
            "We've decided to go with someone else.",
            "The role has now been filled.",
            "Leider müssen wir Ihnen absagen.",
            "Nous avons retenu un autre candidat.",
            "Purtroppo abbiamo scelto un altro candidato.",
            "Infelizmente a sua candidatura não foi selecionada.",
            "Niestety wybraliśmy innego kandydata.",
            "Desværre har vi valgt en anden kandidat.",
        ],
    )
    def test_a_no_in_many_languages(self, text: str) -> None:
        assert refuses(f"Dear Dana,\n\n{text}\n\nBest wishes")

    @pytest.mark.parametrize(
        "text",
        [
            "If you do not hear from us by Friday, your application has been unsuccessful.",
            "Unfortunately we have not yet decided.",
            "Sollten Sie nichts hören, haben wir uns für einen anderen Bewerber entschieden.",
            "Leider bin ich nicht im Büro.",
            "Sans réponse sous un mois, votre candidature n’a pas été retenue.",
            "Our first choice has withdrawn, so we would like to offer you the role.",
            "We will go through the figures with you on Tuesday.",
            "I will be with you shortly.",
        ],
    )
    def test_what_only_sounds_like_one(self, text: str) -> None:
        assert not refuses(text)

    def test_a_no_in_what_is_quoted_says_nothing(self) -> None:
        found = match(read(_mail("Ignore this.\n\n> We have chosen another candidate.")), KNOWN)
        assert found.kind == "reply"


class TestDates:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("We will decide by Friday 6 November.", dt.date(2026, 11, 6)),
            ("We wanted to decide by 6 November but need until 13 November.", dt.date(2026, 11, 13)),
            ("Wir melden uns bis zum 20. November.", dt.date(2026, 11, 20)),
            ("Please let us know your decision by 6 November.", None),
            ("I am away until 9 November.", None),
            ("The new depot opens on 4 January.", None),
        ],
    )
    def test_only_the_day_by_which_they_decide(self, text: str, day: dt.date | None) -> None:
        assert decision_on(text, SAID) == day

    def test_the_date_a_message_quotes_counts_for_nothing(self) -> None:
        found = match(read(_mail("Thanks!\n\nOn 1 Nov Dana wrote:\n> You will decide by 6 November.")), KNOWN)
        assert (found.kind, found.decision_on) == ("reply", None)


class TestQuestions:
    @pytest.mark.parametrize(
        "text", ["Which day suits you?", "Please send me your CV.", "Bitte nennen Sie uns zwei Termine."]
    )
    def test_somebody_waits_for_an_answer(self, text: str) -> None:
        assert needs_reply(text)

    @pytest.mark.parametrize(
        "text",
        ["How are you?", "If you have any questions, please let me know.", "See https://x.example/?a=1."],
    )
    def test_nobody_does(self, text: str) -> None:
        assert not needs_reply(text)


class TestTheText:
    def test_html_is_read_as_it_is_seen(self) -> None:
        html = (
            "<head><title>T</title></head><p>One <b>line</b></p><div style='display:none'>hidden</div>"
            "<script>alert(1)</script><ul><li>two</ul><blockquote><p>said before</blockquote>"
        )
        assert as_text(html) == "One line\ntwo\n> said before"

    def test_html_nested_without_end_is_read_all_the_same(self) -> None:
        assert as_text("<div>" * 50_000 + "deep") == "deep"

    def test_quotes_signature_and_own_words_come_apart(self) -> None:
        found = parts("Yes.\n-- \nRuth\n\nAm 1.11.2026 um 09:00 schrieb Dana:\nWann?")
        assert (found.own, found.signature, found.quoted) == (
            "Yes.", "Ruth", "Am 1.11.2026 um 09:00 schrieb Dana:\nWann?",
        )  # fmt: skip

    def test_a_message_without_an_id_is_known_by_its_content_whatever_servers_add(self) -> None:
        bare = b"From: ruth@hollowell.example\nDate: 2 Nov 2026 09:00:00 +0000\nSubject: Hi\n\nHello.\n"
        again = b"Received: by mx; Mon, 2 Nov 2026 09:00:01 +0000\n" + bare.replace(b"\n", b"\r\n")
        other = bare.replace(b"Hello", b"Goodbye")
        assert read(bare).identity == read(again).identity != read(other).identity

    @pytest.mark.parametrize(
        "raw",
        [
            b"", b"\n", b"From: \xff\xfe\nSubject: =?nope?B?!!?=\n\n\xff",
            b"Date: yesterday\nFrom: <<>>\n\nx", b"Subject: =?utf-8?B?abcde?=\n\nx",
            b"From: " + b"(" * 4000 + b"\n\nx",
            b"Content-Type: multipart/mixed\n\nno boundary",
            b"Content-Type: text/plain; charset=utf-7\n\n+ADw-",
            b"Content-Transfer-Encoding: base64\n\n!!!", b"References: " + b"<a@b> " * 5000 + b"\n\nx",
        ],
    )  # fmt: skip
    def test_a_broken_message_is_read_as_well_as_it_can_be(self, raw: bytes) -> None:
        assert match(read(raw), KNOWN).candidacy == ""

    @pytest.mark.parametrize(
        "piece",
        [" ", "a", "-", ".", ">", "\n", "on 1 ", "a@b.", "will not ", "we decided to go with ", "1 bis "],
    )
    @pytest.mark.parametrize("sender", ["ruth@hollowell.example", "mailer-daemon@x.example"])
    def test_no_text_is_read_without_end(self, piece: str, sender: str) -> None:
        endless = piece * (60_000 // len(piece))
        assert (
            match(read(_mail(endless, sender, Subject=f"Undelivered {endless}")), KNOWN).decision_on is None
        )


class TestReports:
    def test_one_that_is_only_late_is_no_failure(self) -> None:
        late = _mail(
            "Will keep trying.",
            "mailer-daemon@mx.example",
            Subject="Delivery delayed: message could not be delivered yet",
        )
        found = bounce(read(late))
        assert found is not None
        assert found.harmless

    def test_a_person_who_tells_of_a_failure_is_no_server(self) -> None:
        assert bounce(read(_mail("My mail to you could not be delivered.", Subject="Undeliverable?"))) is None


class TestFiles:
    def test_a_mailbox_and_a_message_are_told_apart(self) -> None:
        one = _mail()
        box = (
            b"From ruth Mon Nov  2\n"
            + one
            + b"\nFrom - \n"
            + _mail("Two.\n>From here on\n\nFrom now on, too")
        )
        assert (is_mailbox(box), is_message(box)) == (True, False)
        assert (is_mailbox(one), is_message(one)) == (False, True)
        assert [read(raw).text.strip() for raw in messages(box)] == [
            "Hello.",
            "Two.\nFrom here on\n\nFrom now on, too",
        ]

    @pytest.mark.parametrize(
        "data", [b'{"format": "afterword"}', b"a,b\n1,2\n", b"Dear Ruth: hello\n\nx", b""]
    )
    def test_other_files_are_neither(self, data: bytes) -> None:
        assert (is_mailbox(data), is_message(data)) == (False, False)
