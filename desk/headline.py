"""What Today says at its head, and the short words beside its rows. Pure but for what it is handed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from candidacy.reasons import day_words, listed, number, sentence

if TYPE_CHECKING:
    from candidacy.clock import ThankYou
    from desk.today import Today, Waiting

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def headline(today: Today, mail: int = 0, stuck: int = 0) -> str:
    """What today asks: “Four letters to write today”.

    `mail` counts the questions about it, `stuck` the letters sent from here that did not end well.
    """
    letters = len(today.silent) + today.thanks_due
    parts = [_counted(len(today.replies), "reply", "replies"), _counted(letters, "letter", "letters")]
    asked = [part for part in parts if part]
    if asked:
        return sentence(f"{listed(asked)} to write today")
    if stuck:
        return sentence(f"{_counted(stuck, 'letter', 'letters')} did not go as you meant")
    return f"Your mail asks {_counted(mail, 'question', 'questions')}" if mail else "Nothing needs you today"


def lede(today: Today, mail: int = 0, stuck: int = 0) -> str:
    """The evidence for the headline, in a sentence or two."""
    said = [part for part in (_questions(today), _silent(today), _thanks(today)) if part]
    if said:
        asks = f" Your mail asks {_counted(mail, 'question', 'questions')}." if mail else ""
        return sentence(f"{listed(said)}.{asks}")
    if stuck:
        return "What happened, and what helps, stands beside each."
    if mail:
        return "What was read and is not clear is asked, never guessed."
    if not today.outlooks:
        return "Nothing is recorded yet."
    sent = any(thanks.sent_at for outlook in today.outlooks for thanks in outlook.thanks)
    settled = "Every thank-you is sent and nobody" if sent and not today.owed else "Nobody"
    settled += " has been quiet for long."
    if today.waiting:
        first = today.waiting[0]
        name, day = first.outlook.company.name, near_day(first.mine_on, first.outlook.today)
        return f"{settled} Next possible letter: {name}, {day}."
    return settled


def left(thanks: ThankYou, now: dt.datetime, zone: dt.tzinfo) -> str:
    """How long a thank-you may still wait, or when it went."""
    if thanks.sent_at:
        sent, today = thanks.sent_at.astimezone(zone), now.astimezone(zone).date()
        return f"Sent {sent:%H:%M}" if sent.date() == today else f"Sent {sent:%a} {sent.day} {sent:%b}"
    if thanks.state == "settling":
        return "Let it settle"
    wait = thanks.overdue_at - now
    if wait <= dt.timedelta(0):
        return "Best written now"
    if wait >= 2 * DAY:
        return f"{wait // DAY} days left"
    minutes = int(wait % HOUR / dt.timedelta(minutes=1))
    return f"{wait // HOUR} h {minutes:02} left" if wait >= HOUR else f"{minutes} min left"


def until(moment: dt.datetime, now: dt.datetime, zone: dt.tzinfo) -> str:
    """By when a thank-you is best written: “before 17:00 today”."""
    if moment <= now:
        return "best written now"
    local = moment.astimezone(zone)
    return f"before {local:%H:%M} {near_day(local.date(), now.astimezone(zone).date())}"


def about_wait(waiting: Waiting) -> str:
    """What a wait rests on: a letter that went, a date they gave, or else the role."""
    outlook = waiting.outlook
    if outlook.standing.second_nudge_on and outlook.waits_since:
        return f"You wrote {near_day(outlook.waits_since, outlook.today)}"
    if outlook.standing.decision_on:
        return f"They said by {outlook.standing.decision_on:%a} {outlook.standing.decision_on.day}"
    return outlook.candidacy.role


def near_day(day: dt.date, today: dt.date) -> str:
    """A day as it is said from today: tomorrow, or on Friday 20 November."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get((day - today).days) or f"on {day_words(day, today)}"


def _counted(n: int, one: str, many: str) -> str:
    return f"{number(n)} {one if n == 1 else many}" if n else ""


def _questions(today: Today) -> str:
    n = len(today.replies)
    asked = _counted(n, "question", "questions")
    return f"{asked} {'waits' if n == 1 else 'wait'} for your answer" if asked else ""


def _silent(today: Today) -> str:
    n = len(today.silent)
    silent = _counted(n, "candidacy", "candidacies")
    return f"{silent} {'has' if n == 1 else 'have'} gone silent" if silent else ""


def _thanks(today: Today) -> str:
    pressing = [(outlook, one) for outlook, one in today.owed if one.state in ("due", "overdue")]
    if not pressing:
        return ""
    n = len(pressing)
    owed = f"{_counted(n, 'thank-you', 'thank-yous')} {'is' if n == 1 else 'are'}"
    outlook, first = pressing[0]
    if first.state == "overdue":
        return f"{owed} best written now"
    by = first.overdue_at.astimezone(outlook.known.zone)
    day = "" if by.date() == outlook.today else f" {near_day(by.date(), outlook.today)}"
    together = all(one.overdue_at == first.overdue_at for _, one in pressing)
    return f"{owed} due{'' if together else ', the first'} by {by:%H:%M}{day}"
