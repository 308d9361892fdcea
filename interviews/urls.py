"""Routes of the talks."""

from django.urls import path

from candidacy.routing import page

app_name = "interviews"
urlpatterns = [
    path("candidacies/<int:candidacy_pk>/interviews/new/", page("interviews.views.talks.new"), name="new"),
    path("interviews/<int:pk>/", page("interviews.views.talks.sheet"), name="interview"),
    path("interviews/<int:pk>/calendar.ics", page("interviews.views.talks.calendar"), name="calendar"),
    path("interviews/<int:pk>/question/", page("interviews.views.asking.question"), name="question"),
    path("interviews/<int:pk>/edit/", page("interviews.views.talks.edit"), name="edit"),
    path("interviews/<int:pk>/delete/", page("interviews.views.talks.remove"), name="delete"),
    path("interviews/<int:pk>/debrief/", page("interviews.views.debrief.debrief"), name="debrief"),
    path("invitations/", page("interviews.views.invitations.index"), name="invitations"),
    path("invitations/<int:pk>/", page("interviews.views.invitations.page"), name="invitation"),
    path("interviewers/<int:seat_pk>/notes/new/", page("interviews.views.notes.new"), name="note_new"),
    path("notes/<int:pk>/", page("interviews.views.notes.note"), name="note"),
    path("notes/<int:pk>/delete/", page("interviews.views.notes.remove"), name="note_delete"),
]
