"""Routes of the talks."""

from django.urls import path

from interviews.views import asking, debrief, invitations, notes, talks

app_name = "interviews"
urlpatterns = [
    path("candidacies/<int:candidacy_pk>/interviews/new/", talks.new, name="new"),
    path("interviews/<int:pk>/", talks.sheet, name="interview"),
    path("interviews/<int:pk>/calendar.ics", talks.calendar, name="calendar"),
    path("interviews/<int:pk>/question/", asking.question, name="question"),
    path("interviews/<int:pk>/edit/", talks.edit, name="edit"),
    path("interviews/<int:pk>/delete/", talks.remove, name="delete"),
    path("interviews/<int:pk>/debrief/", debrief.debrief, name="debrief"),
    path("invitations/", invitations.index, name="invitations"),
    path("invitations/<int:pk>/", invitations.page, name="invitation"),
    path("interviewers/<int:seat_pk>/notes/new/", notes.new, name="note_new"),
    path("notes/<int:pk>/", notes.note, name="note"),
    path("notes/<int:pk>/delete/", notes.remove, name="note_delete"),
]
