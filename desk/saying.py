"""Today as text for a terminal and as the JSON that scripts rely on."""

from __future__ import annotations

from textwrap import TextWrapper
from typing import TYPE_CHECKING, Any

from candidacy.reasons import day_words, listed
from desk.headline import headline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from candidacy.clock import ThankYou
    from desk.outlook import Outlook
    from desk.sections import Coming
    from desk.today import Today

WIDTH = 80
THANKS = {
    "settling": "let it settle a little",
    "due": "due",
    "overdue": "best written now",
    "lapsed": "too late for a thank-you: write with one new thought",
}
# What the section's title does not say already.
STATES = {
    "close_due": "time to let it rest",
    "second_nudge_due": "second letter",
    "quiet": "quiet",
    "snoozed": "set aside",
}


def as_json(today: Today, *, everything: bool) -> dict[str, Any]:
    """The document of `today --json`. With `everything` it has every open candidacy."""
    return {
        "on": today.now.isoformat(),
        "candidacies": [_candidacy(one) for one in today.outlooks if everything or one.needs_me],
        "thank_yous": [_thank_you(outlook, thanks) for outlook, thanks in today.owed],
        "interviews": [_interview(one) for one in today.coming if one.meeting],
    }


def _candidacy(outlook: Outlook) -> dict[str, Any]:
    standing = outlook.standing
    return {
        "company": outlook.company.name,
        "role": outlook.candidacy.role,
        "stage": outlook.candidacy.stage,
        "state": standing.state,
        "why": standing.why,
        "anchor": _day(standing.anchor),
        "quiet_on": _day(standing.quiet_on),
        "silent_on": _day(standing.silent_on),
        "second_nudge_on": _day(standing.second_nudge_on),
        "close_on": _day(standing.close_on),
        "business_days_quiet": standing.business_days_quiet,
        "write_to": _write_to(outlook),
        "runner_up": _runner_up(outlook),
        "suggested_send_on": _day(standing.suggested_send_on),
    }


def _write_to(outlook: Outlook) -> dict[str, Any] | None:
    person, choice = outlook.write_to, outlook.choice
    if person is None:
        return None
    why = f"{choice.why} {choice.thread_holder}".strip()
    route = choice.route.name if choice.route else None
    return {"name": person.name, "title": person.title, "why": why, "route": route}


def _runner_up(outlook: Outlook) -> dict[str, Any] | None:
    person = outlook.runner_up
    return {"name": person.name, "title": person.title} if person else None


def _thank_you(outlook: Outlook, thanks: ThankYou) -> dict[str, Any]:
    moments = ("ended_at", "due_at", "overdue_at")
    return {
        "company": outlook.company.name,
        "role": outlook.candidacy.role,
        "to": outlook.person(thanks).name,
        **{name: getattr(thanks, name).astimezone(outlook.known.zone).isoformat() for name in moments},
        "worth_until": thanks.worth_until.isoformat(),
        "state": thanks.state,
    }


def _interview(coming: Coming) -> dict[str, Any]:
    return {
        "company": coming.outlook.company.name,
        "role": coming.outlook.candidacy.role,
        "starts_at": coming.starts_at.isoformat() if coming.starts_at else None,
        "with": [person.name for person in coming.with_],
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def as_lines(today: Today, *, everything: bool) -> Iterator[str]:
    """The text of `today`, in lines of at most 80 characters where words allow."""
    yield f"{day_words(today.now.date(), today.now.date())} {today.now:%Y, %H:%M}. {headline(today)}."
    yield from sections(today, everything=everything)


def sections(today: Today, *, everything: bool = False, address: str = "") -> Iterator[str]:
    """What needs me and what comes up, each under its title.

    With the `address` of the site, each entry ends with the link to its page.
    """
    for title, rows in (("Your reply", today.replies), ("Gone silent", today.silent)):
        yield from section(title, _linked(((one, _told(one)) for one in rows), address))
    asked = [pair for pair in today.owed if everything or pair[1].state != "lapsed"]
    thanked = ((outlook, _thanked(outlook, thanks)) for outlook, thanks in asked)
    yield from section("Thank-yous", _linked(thanked, address))
    yield from section("Coming up", _linked(((one.outlook, _ahead(one)) for one in today.coming), address))
    if everything:
        rest = [one for one in today.outlooks if not one.needs_me]
        yield from section("Waiting", _linked(((one, _told(one)) for one in rest), address))


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title with its lines, after an empty line; nothing where there are none."""
    told = list(lines)
    if told:
        yield ""
        yield title
        yield from told


def _linked(entries: Iterable[tuple[Outlook, Iterator[str]]], address: str) -> Iterator[str]:
    for outlook, lines in entries:
        yield from lines
        if address:
            yield f"    {address}{outlook.candidacy.get_absolute_url()}"


def _told(outlook: Outlook) -> Iterator[str]:
    standing = outlook.standing
    state = STATES.get(standing.state)
    yield from wrapped(f"{_name(outlook)} ({state})" if state else _name(outlook), 2)
    yield from wrapped(standing.why, 4)
    if standing.next_letter:
        yield from (line for words in _next_letter(outlook) for line in wrapped(words, 4))


def _next_letter(outlook: Outlook) -> Iterator[str]:
    """Whom to write to, why, and when."""
    person, choice = outlook.write_to, outlook.choice
    if person is None:
        yield choice.why
    else:
        title = f", {person.title}" if person.title else ""
        through = f", through {choice.route.name}" if choice.route else ""
        yield f"Write to {person.name}{title}{through}. {choice.why}"
    if choice.thread_holder:
        yield choice.thread_holder
    if outlook.standing.suggested_send_on:
        yield f"A good day to send it: {_send_day(outlook.standing.suggested_send_on, outlook)}."


def _send_day(day: dt.date, outlook: Outlook) -> str:
    words = "today" if day == outlook.today else day_words(day, outlook.today)
    earliest = outlook.standing.suggested_send_from
    return f"{words}, from {earliest:%H:%M}" if earliest else words


def _thanked(outlook: Outlook, thanks: ThankYou) -> Iterator[str]:
    zone, person = outlook.known.zone, outlook.person(thanks)
    words = THANKS[thanks.state]
    if thanks.state == "due":
        due = thanks.overdue_at.astimezone(zone)
        words = f"before {due:%H:%M} on {day_words(due.date(), outlook.today)}"
    elif thanks.state == "overdue":
        words = f"{words}, worth sending until {day_words(thanks.worth_until, outlook.today)}"
    yield from wrapped(f"{person.name}, {_name(outlook)}: {words}.", 2)


def _ahead(coming: Coming) -> Iterator[str]:
    day = day_words(coming.on, coming.outlook.today)
    if coming.starts_at is None:
        yield from wrapped(f"{day}: {_name(coming.outlook)}, your answer to their offer.", 2)
        return
    company = f", with {listed([person.name for person in coming.with_])}" if coming.with_ else ""
    yield from wrapped(f"{day}, {coming.starts_at:%H:%M}: {_name(coming.outlook)}{company}.", 2)


def _name(outlook: Outlook) -> str:
    role = outlook.candidacy.role
    return f"{outlook.company.name}, {role}" if role else outlook.company.name


def wrapped(words: str, indent: int) -> list[str]:
    """The words in lines of at most 80 characters, indented, and all but the first a little further."""
    lines = TextWrapper(WIDTH, break_long_words=False, break_on_hyphens=False)
    lines.initial_indent, lines.subsequent_indent = " " * indent, " " * (indent + 2)
    return lines.wrap(words)
