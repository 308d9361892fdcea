"""Forms of the desk: the moves made there, and its settings."""

from desk.forms.mail import MailboxForm, MailFileForm, PlaceForm
from desk.forms.moves import NEXT_ROUND, NO, OFFER, ReplyForm, SnoozeForm, WelcomeForm
from desk.forms.moving_in import Decisions, ExportFileForm, meanings
from desk.forms.quick import QuickForm
from desk.forms.sending import MailOutForm
from desk.forms.settings import (
    ClockForm,
    CompanyNewsForm,
    DaysOffForm,
    KeysForm,
    LanguageForm,
    LookForm,
    NotifyForm,
    PassphraseForm,
    ProfileForm,
)

__all__ = [
    "NEXT_ROUND", "NO", "OFFER", "ClockForm", "CompanyNewsForm", "DaysOffForm", "Decisions",
    "ExportFileForm", "KeysForm", "LanguageForm", "LookForm", "MailFileForm", "MailOutForm", "MailboxForm",
    "NotifyForm", "PassphraseForm", "PlaceForm", "ProfileForm", "QuickForm", "ReplyForm", "SnoozeForm",
    "WelcomeForm", "meanings",
]  # fmt: skip
