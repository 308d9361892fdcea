"""Forms of the talks, of one note, and of an invitation."""

from interviews.forms.asking import QuestionForm
from interviews.forms.invitations import HandedIn, InvitationForm
from interviews.forms.talks import InterviewForm, NoteForm, PeopleField

__all__ = ["HandedIn", "InterviewForm", "InvitationForm", "NoteForm", "PeopleField", "QuestionForm"]
