"""What Today says at its head, and the short words beside its rows. Pure but for what it is handed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.reasons import day_words, listed, number, sentence, short_weekday, week_day

if TYPE_CHECKING:
    from candidacy.clock import ThankYou
    from desk.sections import Waiting
    from desk.today import Today

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def headline(today: Today, mail: int = 0, stuck: int = 0, ended: int = 0) -> str:
    """What today asks: “Four letters to write today”.

    `mail` counts the questions about it, `stuck` the letters sent from here that did not end well, `ended`
    the talks that have just ended and are not noted down.
    """
    counts = today.counts
    letters, replies = counts.letters + counts.rest + counts.thanks, counts.replies
    asked = [
        *(
            [ngettext("%(number)s reply", "%(number)s replies", replies) % _number(replies)]
            if replies
            else []
        ),
        *(
            [ngettext("%(number)s letter", "%(number)s letters", letters) % _number(letters)]
            if letters
            else []
        ),
    ]
    if asked:
        return sentence(_("%(letters)s to write today") % {"letters": listed(asked)})
    if stuck:
        words = ngettext(
            "%(number)s letter did not go as you meant", "%(number)s letters did not go as you meant", stuck
        )
        return sentence(words % _number(stuck))
    if ended:
        words = ngettext("%(number)s talk to note down", "%(number)s talks to note down", ended)
        return sentence(words % _number(ended))
    return _of_mail(mail) if mail else _("Nothing needs you today")


def lede(today: Today, mail: int = 0, stuck: int = 0, ended: int = 0) -> str:
    """The evidence for the headline, in a sentence or two."""
    said = [part for part in (_questions(today), _silent(today), _thanks(today)) if part]
    if said:
        asks = f" {_of_mail(mail)}." if mail else ""
        return sentence(f"{listed(said)}.{asks}")
    if stuck:
        return _("What happened, and what helps, stands beside each.")
    if ended:
        return _("Notes come first: what you write down within the hour, you can quote.")
    if mail:
        return _("What was read and is not clear is asked, never guessed.")
    if not any(today.counts.stages.values()):
        return _("Nothing is recorded yet.")
    return _settled(today)


def _settled(today: Today) -> str:
    settled = _("Nobody has been quiet for long.")
    if today.counts.sent and not today.counts.owed:
        settled = _("Every thank-you is sent and nobody has been quiet for long.")
    if today.waiting:
        first = today.waiting[0]
        words = {
            "company": first.outlook.company.name,
            "day": near_day(first.mine_on, first.outlook.today),
        }
        return f"{settled} {_('Next possible letter: %(company)s, %(day)s.') % words}"
    return settled


def left(thanks: ThankYou, now: dt.datetime, zone: dt.tzinfo) -> str:
    """How long a thank-you may still wait, or when it went."""
    if thanks.sent_at:
        sent, today = thanks.sent_at.astimezone(zone), now.astimezone(zone).date()
        when = f"{sent:%H:%M}" if sent.date() == today else week_day(sent, sent)
        return _("Sent %(when)s") % {"when": when}
    if thanks.state == "settling":
        return _("Let it settle")
    wait = thanks.overdue_at - now
    if wait <= dt.timedelta(0):
        return _("Best written now")
    if wait >= 2 * DAY:
        days = wait // DAY
        return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days}
    minutes = int(wait % HOUR / dt.timedelta(minutes=1))
    if wait < HOUR:
        return _("%(minutes)s min left") % {"minutes": minutes}
    return _("%(hours)s h %(minutes)s left") % {"hours": wait // HOUR, "minutes": f"{minutes:02}"}


def until(moment: dt.datetime, now: dt.datetime, zone: dt.tzinfo) -> str:
    """By when a thank-you is best written: “before 17:00 today”."""
    if moment <= now:
        return _("best written now")
    local = moment.astimezone(zone)
    day = near_day(local.date(), now.astimezone(zone).date())
    return _("before %(time)s %(day)s") % {"time": f"{local:%H:%M}", "day": day}


def due_by(thanks: ThankYou, now: dt.datetime, zone: dt.tzinfo) -> str:
    """By when a thank-you is due, as a sentence: “Due before 17:00 today.”"""
    if thanks.overdue_at <= now:
        return _("Best written now.")
    due = thanks.overdue_at.astimezone(zone)
    day = near_day(due.date(), now.astimezone(zone).date())
    return _("Due before %(time)s %(day)s.") % {"time": f"{due:%H:%M}", "day": day}


def about_wait(waiting: Waiting) -> str:
    """What a wait rests on: a letter that went, a date they gave, or else the role."""
    outlook = waiting.outlook
    if outlook.standing.second_nudge_on and outlook.waits_since:
        return _("You wrote %(day)s") % {"day": near_day(outlook.waits_since, outlook.today)}
    by = outlook.standing.decision_on
    if by:
        return _("They said by %(weekday)s %(day)s") % {"weekday": short_weekday(by), "day": by.day}
    return outlook.candidacy.role


def near_day(day: dt.date, today: dt.date) -> str:
    """A day as it is said from today: tomorrow, or on Friday 20 November."""
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    return near.get((day - today).days) or _("on %(day)s") % {"day": day_words(day, today)}


def _number(n: int) -> dict[str, str]:
    return {"number": number(n)}


def _of_mail(n: int) -> str:
    return ngettext("Your mail asks %(number)s question", "Your mail asks %(number)s questions", n) % _number(
        n
    )


def _questions(today: Today) -> str:
    n = today.counts.replies
    words = ngettext(
        "%(number)s question waits for your answer", "%(number)s questions wait for your answer", n
    )
    return words % _number(n) if n else ""


def _silent(today: Today) -> str:
    n = today.counts.letters + today.counts.rest
    words = ngettext("%(number)s candidacy has gone silent", "%(number)s candidacies have gone silent", n)
    return words % _number(n) if n else ""


def _thanks(today: Today) -> str:
    pressing = [(outlook, one) for outlook, one in today.owed if one.state in ("due", "overdue")]
    if not pressing:
        return ""
    n = today.counts.thanks
    outlook, first = pressing[0]
    if first.state == "overdue":
        words = ngettext(
            "%(number)s thank-you is best written now", "%(number)s thank-yous are best written now", n
        )
        return words % _number(n)
    by = first.overdue_at.astimezone(outlook.known.zone)
    day = "" if by.date() == outlook.today else f" {near_day(by.date(), outlook.today)}"
    words = ngettext(
        "%(number)s thank-you is due by %(when)s", "%(number)s thank-yous are due by %(when)s", n
    )
    if not today.counts.together:
        words = _("%(number)s thank-yous are due, the first by %(when)s")
    return words % {**_number(n), "when": f"{by:%H:%M}{day}"}
