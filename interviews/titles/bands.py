"""What a title ranks as, in plain words, in the language of whoever reads it.

Pure. The titles themselves are known by their English names.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from interviews.titles.roles import AFTER_AN

# Every band a title can have; listed so that their words are found for translation.
BANDS = (
    gettext_noop("a chief executive"),
    gettext_noop("a chief marketing officer"),
    gettext_noop("a chief medical officer"),
    gettext_noop("a chief of a profession"),
    gettext_noop("a chief of staff"),
    gettext_noop("a chief officer"),
    gettext_noop("a deputy chief executive"),
    gettext_noop("a deputy head"),
    gettext_noop("a deputy vice-chancellor"),
    gettext_noop("a director"),
    gettext_noop("a director of a bank"),
    gettext_noop("a founder"),
    gettext_noop("a general counsel"),
    gettext_noop("a general manager"),
    gettext_noop("a guest of the company"),
    gettext_noop("a head of department"),
    gettext_noop("a headteacher"),
    gettext_noop("a lead specialist"),
    gettext_noop("a manager of people"),
    gettext_noop("a managing director"),
    gettext_noop("a managing director of a bank"),
    gettext_noop("a managing partner"),
    gettext_noop("a member of the executive board"),
    gettext_noop("a partner"),
    gettext_noop("a president"),
    gettext_noop("a principal"),
    gettext_noop("a principal of the firm"),
    gettext_noop("a professor"),
    gettext_noop("a project or product manager"),
    gettext_noop("a rector"),
    gettext_noop("a senior director"),
    gettext_noop("a senior lawyer"),
    gettext_noop("a senior manager"),
    gettext_noop("a senior specialist"),
    gettext_noop("a senior vice president"),
    gettext_noop("a senior vice president of a bank"),
    gettext_noop("a specialist"),
    gettext_noop("a team leader"),
    gettext_noop("a vice president"),
    gettext_noop("a vice president of a bank"),
    gettext_noop("a vice-chancellor"),
    gettext_noop("an adviser"),
    gettext_noop("an assistant"),
    gettext_noop("an assistant head"),
    gettext_noop("an assistant vice president"),
    gettext_noop("an associate general counsel"),
    gettext_noop("an associate of a bank"),
    gettext_noop("an associate or deputy director"),
    gettext_noop("an executive chair"),
    gettext_noop("an executive director"),
    gettext_noop("an executive director of a bank"),
    gettext_noop("an executive vice president"),
    gettext_noop("an intern or trainee"),
    gettext_noop("an officer of the company"),
    gettext_noop("an owner"),
    gettext_noop("one of the founding team"),
    gettext_noop("the executive director of a charity"),
    gettext_noop("the head of a university"),
    gettext_noop("the head of an authority"),
    gettext_noop("reception"),
    gettext_noop("a seat on the board"),
)


def band(name: str, how: str = "") -> str:
    """The words for a role; with `how`, such as deputy, for the post below it: a deputy headteacher."""
    said = _(name)
    if not how:
        return said
    if said != name:
        return _("one step below %(band)s") % {"band": said}
    step = how if how in AFTER_AN else "deputy"
    article = "an" if step in AFTER_AN else "a"
    return re.sub(r"^(?:an?|the) |^(?=one of )", f"{article} {step} ", name)
