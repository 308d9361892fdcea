"""What holds of the review whatever the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from letters.anatomy import anatomy
from letters.material import NoteText, Person
from letters.review import review
from letters.review.case import Case
from letters.review.kinds import checks_for
from letters.review.originality import ALIKE, LONG_RUN, body_of, resemblance
from letters.review.playback import played_back
from letters.review.whole import review_whole
from tests.letters.cast import letter, material
from tests.letters.written import letters

GOOD = letters("freight")["Miriam, warm"].text
KINDS = ["thank_you", "nudge", "second_nudge", "closing", "free"]
# Letters as people type them, cut and glued, and whatever else a keyboard or a program can make.
PIECES = st.sampled_from(
    [
        *GOOD.split(),
        "\n\n",
        "\r\n",
        "Dear",
        "Kind regards,",
        "P.S. ",
        "“",
        "!",
        "…",
        "3.1",
        "a.m.",
        "İ",
        "ﬀ",
        "e\u0301",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.builds(
        lambda cut, more: GOOD[:cut] + more + GOOD[cut:], st.integers(0, len(GOOD)), st.text(max_size=20)
    ),
)


@given(text=TEXTS, kind=st.sampled_from(KINDS), subject=st.none() | st.text(max_size=80))
@settings(deadline=None)
def test_it_never_raises_and_marks_only_what_is_there(text: str, kind: str, subject: str | None) -> None:
    known = material(kind=kind, letters=(letter("Oskar", GOOD), letter("Miriam", GOOD, sent_at=None)))
    checks = review(text, known, subject)
    assert [check.id for check in checks] == [
        name for name in checks_for(kind) if name != "subject" or subject is not None
    ]
    spans = [span for check in checks for span in check.spans]
    spans += [span for places in played_back(text, known).values() for span in places]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(check.message.strip() and check.level in ("ok", "look", "stop") for check in checks)


# Half sentences that several letters to one company may share, in whatever order.
HALVES = [
    half.strip() for words in letters("freight").values() for half in words.text.replace(",", ".").split(".")
]
PARTLY_SHARED = st.lists(st.sampled_from(HALVES), min_size=1, max_size=9).map(", ".join)


@given(text=PARTLY_SHARED, others=st.lists(PARTLY_SHARED, max_size=12))
@settings(deadline=None)
def test_the_nearest_letters_are_those_that_a_look_at_each_would_find(text: str, others: list[str]) -> None:
    known = material(letters=tuple(letter("Oskar", one, key=str(n)) for n, one in enumerate(others)))
    case = Case(text, known)
    all_of_them = [
        resemblance(case.parts.body_text, body_of(one.body, known.sign_off), case.mask)
        for one in known.letters
    ]
    nearest = max(range(len(others)), key=lambda n: all_of_them[n].share, default=None)
    if nearest is not None and all_of_them[nearest].share > ALIKE:
        assert case.likenesses.wording == (known.letters[nearest], all_of_them[nearest])
    nearest = max(range(len(others)), key=lambda n: all_of_them[n].longest, default=None)
    if nearest is not None and all_of_them[nearest].longest >= LONG_RUN:
        assert case.likenesses.run == (known.letters[nearest], all_of_them[nearest])


@given(name=st.text(max_size=40), note=st.text(max_size=120), company=st.text(max_size=20))
@settings(deadline=None)
def test_whatever_the_records_hold(name: str, note: str, company: str) -> None:
    reader = Person("r", name)
    known = replace(
        material(),
        reader=reader,
        people=(reader, Person("c", name[::-1])),
        company=company,
        other_companies=(company[::-1],),
        notes=tuple(
            NoteText(f"{kind}-{share}", kind, note, person, by=person, share=share)
            for kind, share, person in [
                ("challenge", "open", "r"), ("fact", "private", "r"), ("fact", "only_them", "c"),
                ("promise", "open", "r"), ("idea", "open", "r"), ("question", "open", "r"),
            ]
        ),
    )  # fmt: skip
    assert review(f"Dear {name},\n\n{note}\n\nBest,\nDana", known)


@given(text=TEXTS)
@settings(deadline=None)
def test_a_letter_is_a_full_match_for_itself(text: str) -> None:
    body = anatomy(text).body_text
    alike = resemblance(body, body, frozenset())
    assert alike.share in (0.0, 1.0)
    assert (alike.share == 1.0) == (alike.longest >= 3)
    assert all(run.first == run.second for run in alike.runs[:1])


@given(first=TEXTS, second=TEXTS)
@settings(deadline=None)
def test_resemblance_goes_both_ways_and_its_runs_are_in_both(first: str, second: str) -> None:
    one, two = resemblance(first, second, frozenset()), resemblance(second, first, frozenset())
    assert one.share == two.share
    assert one.longest == two.longest
    for run in one.runs:
        here, there = first[slice(*run.first)], second[slice(*run.second)]
        assert here.strip()
        assert there.strip()
        assert 0 <= run.first[0] < run.first[1] <= len(first)
        assert 0 <= run.second[0] < run.second[1] <= len(second)


@given(text=TEXTS, subject=st.text(max_size=80).filter(lambda words: not set(words) & set("\r\n")))
@settings(deadline=None)
def test_a_subject_line_moves_every_span_and_no_level(text: str, subject: str) -> None:
    known = material(letters=(letter("Oskar", GOOD),))
    line = f"Subject: {subject}\n"
    whole = review_whole(line + text, known)
    alone = review(text, known, subject)
    assert [(check.id, check.level) for check in whole] == [(check.id, check.level) for check in alone]
    for check, other in zip(whole, alone, strict=True):
        if check.id != "subject":
            assert check.spans == tuple((a + len(line), b + len(line)) for a, b in other.spans)


@given(text=TEXTS)
@settings(deadline=None)
def test_the_parts_of_a_letter_do_not_overlap(text: str) -> None:
    parts = anatomy(text)
    ends = [parts.salutation[1], *(edge for piece in parts.body for edge in piece)]
    assert ends == sorted(ends)
    assert all(parts.in_body(one.start) for one in parts.sentences)
    assert all(text[one.start : one.end] == one.text for one in parts.sentences)
