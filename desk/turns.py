"""Whose move it is with one person in one candidacy, and what happened last between us."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.names import called
from candidacy.reasons import number, short_day, week_day
from desk.strip import ANSWERED, MET, WRITTEN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from candidacy.clock import ThankYou
    from candidacy.past import Event
    from desk.outlook import Outlook

Whose = Literal["mine", "theirs", "nobody"]
CALLS = ("phone", "video")


@dataclass(frozen=True)
class Turn:
    """Whose move it is, in a few words, with a few more of why or by when."""

    whose: Whose
    # The words and the few more. Most turns are only counted, so they are asked for when one is shown.
    say: Callable[[], tuple[str, str]] = field(repr=False, compare=False)
    # The day that an answer is due by.
    by: dt.date | None = None
    # Whether what I owe is an answer.
    answer: bool = False

    @property
    def words(self) -> str:
        """Whose move it is."""
        return self.say()[0]

    @property
    def detail(self) -> str:
        """Why, or by when."""
        return self.say()[1]

    @property
    def mine(self) -> bool:
        """Whether I owe them a word."""
        return self.whose == "mine"


NOBODY = Turn("nobody", lambda: (_("Nobody’s turn"), ""))


@dataclass(frozen=True)
class LastWord:
    """What happened last between one person and me, and when; `mark` is the strip's."""

    at: dt.datetime
    mark: str
    words: str
    when: str


def when(at: dt.datetime, outlook: Outlook) -> str:
    """A moment of the past in passing: 08:40 today, yesterday, 30 Oct. In the company's zone."""
    local = at.astimezone(outlook.known.zone)
    days = (outlook.today - local.date()).days
    if days == 0:
        return _("%(time)s today") % {"time": f"{local:%H:%M}"}
    return _("yesterday") if days == 1 else short_day(local.date(), outlook.today)


def last_move(outlook: Outlook, pk: int) -> Event | None:
    """The latest talk, letter or line between that person and me; None where there is none."""
    moves = (event for event in outlook.past.events if pk in event.people)
    return max(moves, key=lambda event: event.at, default=None)


def last_word(outlook: Outlook, pk: int) -> LastWord | None:
    """The last move between that person and me, in words."""
    last = last_move(outlook, pk)
    if last is None:
        return None
    if last.what == "talk":
        return LastWord(last.at, MET, _("You met"), when(last.at, outlook))
    called_up = last.what == "line" and last.manner in CALLS
    if last.theirs:
        words = _("%(name)s called") if called_up else _("%(name)s wrote")
        return LastWord(last.at, ANSWERED, words % {"name": name_of(outlook, pk)}, when(last.at, outlook))
    words = _("You called") if called_up else _("You wrote")
    return LastWord(last.at, WRITTEN, words, when(last.at, outlook))


def _is_mine(move: Event) -> bool:
    """Whether I wrote or called: a talk is neither’s."""
    return move.what != "talk" and not move.theirs


def name_of(outlook: Outlook, pk: int) -> str:
    """What a colleague would call them."""
    return outlook.known.facts.names.get(pk) or called(outlook.known.people[pk].name)


def turn(outlook: Outlook, pk: int) -> Turn:
    """Whose move it is with that person."""
    found = _answer_owed(outlook, pk) or _letter_owed(outlook, pk) or _thanks_owed(outlook, pk)
    found = found or _decision_owed(outlook, pk)
    if found:
        return found
    return _theirs(outlook, pk) or NOBODY


def _answer_owed(outlook: Outlook, pk: int) -> Turn | None:
    """To a question of theirs, or to an offer by the day they named."""
    question = outlook.past.question if outlook.standing.state == "reply_owed" else None
    by = outlook.standing.decision_on if outlook.candidacy.stage == "offer" else None
    offered = _named_the_day(outlook, by) or _wrote_last(outlook) if by else ()
    if by and pk in ((question.who,) if question else offered):
        return Turn("mine", partial(_offer_words, outlook, pk, by), by, answer=True)
    if question and question.who == pk:
        return Turn("mine", partial(_question_words, outlook, pk, question.at), answer=True)
    return None


def _offer_words(outlook: Outlook, pk: int, by: dt.date) -> tuple[str, str]:
    return _an_answer_to(outlook, pk), _("by %(day)s") % {"day": week_day(by, outlook.today)}


def _question_words(outlook: Outlook, pk: int, at: dt.datetime) -> tuple[str, str]:
    return _an_answer_to(outlook, pk), _("asked %(when)s") % {"when": when(at, outlook)}


def _an_answer_to(outlook: Outlook, pk: int) -> str:
    return _("You owe %(name)s an answer") % {"name": name_of(outlook, pk)}


def _named_the_day(outlook: Outlook, day: dt.date) -> tuple[object, ...]:
    """Who named that day last; nobody where it was not in a line of theirs."""
    named = [line.who for line in outlook.past.messages if line.inbound and line.decision_on == day]
    return tuple(named[-1:])


def _wrote_last(outlook: Outlook) -> tuple[object, ...]:
    return tuple([line.who for line in outlook.past.messages if line.inbound][-1:])


def _letter_owed(outlook: Outlook, pk: int) -> Turn | None:
    """A letter about silence; laying to rest asks for none, but offers one."""
    standing, reader = outlook.standing, outlook.write_to
    if not standing.next_letter or not outlook.needs_me or reader is None or reader.pk != pk:
        return None
    if standing.next_letter == "closing":
        return Turn("mine", lambda: (_("Time to let it rest"), _("or a closing note first")))
    return Turn("mine", partial(_letter_words, outlook, pk))


def _letter_words(outlook: Outlook, pk: int) -> tuple[str, str]:
    standing = outlook.standing
    count = standing.business_days_quiet
    days = ngettext("%(days)s day quiet", "%(days)s days quiet", count) % {"days": count}
    late = standing.decision_on is not None and standing.decision_on <= outlook.today
    detail = _("%(quiet)s, past the date they gave") % {"quiet": days} if late else days
    second = standing.next_letter == "second_nudge"
    words = _("You owe %(name)s a second letter") if second else _("You owe %(name)s a nudge")
    return words % {"name": name_of(outlook, pk)}, detail


def _thanks_owed(outlook: Outlook, pk: int) -> Turn | None:
    owed = next((one for one in outlook.owed if one.person == pk and one.state != "lapsed"), None)
    if owed is None:
        return None
    return Turn("nobody" if owed.state == "settling" else "mine", partial(_thanks_words, outlook, pk, owed))


def _thanks_words(outlook: Outlook, pk: int, owed: ThankYou) -> tuple[str, str]:
    name = {"name": name_of(outlook, pk)}
    if owed.state == "settling":
        return _("Let it settle"), _("then a thank-you to %(name)s") % name
    return _("You owe %(name)s a thank-you") % name, _thanks_by(outlook, owed)


def _thanks_by(outlook: Outlook, owed: ThankYou) -> str:
    if owed.state == "overdue":
        return _("best written now")
    until = owed.overdue_at.astimezone(outlook.known.zone)
    days = (until.date() - outlook.today).days
    near = {0: _("today"), 1: _("tomorrow")}
    day = near.get(days) or _("on %(day)s") % {"day": week_day(until.date(), outlook.today)}
    return _("before %(time)s %(day)s") % {"time": f"{until:%H:%M}", "day": day}


def _decision_owed(outlook: Outlook, pk: int) -> Turn | None:
    """Somebody who named the date by which they decide, as long as it holds."""
    promised = outlook.standing.decision_on
    if promised is None or outlook.candidacy.stage == "offer" or outlook.standing.state == "closed":
        return None
    if pk not in _named_the_day(outlook, promised):
        return None
    return Turn("theirs", partial(_decision_words, outlook, pk, promised))


def _decision_words(outlook: Outlook, pk: int, promised: dt.date) -> tuple[str, str]:
    words = _("%(name)s owes you a decision") % {"name": name_of(outlook, pk)}
    return words, _("promised for %(day)s") % {"day": short_day(promised, outlook.today)}


def _theirs(outlook: Outlook, pk: int) -> Turn | None:
    """Their turn: I wrote last, or the wait for the whole candidacy is on them."""
    standing, last = outlook.standing, last_move(outlook, pk)
    if standing.state in ("closed", "reply_owed") or outlook.candidacy.stage == "offer" or last is None:
        return None
    if outlook.write_to and outlook.write_to.pk == pk and not outlook.needs_me:
        return Turn("theirs", lambda: (_turn_of(outlook, pk), _waits(outlook)))
    return Turn("theirs", lambda: (_turn_of(outlook, pk), "")) if _is_mine(last) else None


def _turn_of(outlook: Outlook, pk: int) -> str:
    return _("%(name)s’s turn") % {"name": name_of(outlook, pk)}


def _waits(outlook: Outlook) -> str:
    """How far the wait has come, where a count runs."""
    standing = outlook.standing
    until = standing.close_on or standing.second_nudge_on or standing.silent_on
    since = outlook.waits_since
    if standing.state == "snoozed" and outlook.candidacy.snoozed_until:
        return _("set aside until %(day)s") % {
            "day": short_day(outlook.candidacy.snoozed_until, outlook.today)
        }
    if outlook.talks_ahead or until is None or since is None or standing.state not in ("quiet", "waiting"):
        return ""
    between = outlook.known.calendar.between
    day, of_days = between(since, outlook.today), between(since, until)
    quiet = standing.state == "quiet"
    words = _("quiet %(day)s of %(days)s days") if quiet else _("day %(day)s of %(days)s")
    return words % {"day": day, "days": of_days}


def met_words(times: int, ahead: dt.date | None = None, today: dt.date | None = None) -> str:
    """How often we met; whom I am to meet first, on which day."""
    if not times and ahead:
        return _("Meeting %(day)s") % {"day": short_day(ahead, today or ahead)}
    few = {0: _("Did not interview"), 1: _("Met once"), 2: _("Met twice")}
    return few.get(times) or _("Met %(number)s times") % {"number": number(times)}
