"""Routes of the talks."""

from django.urls import path

from interviews import views

app_name = "interviews"
urlpatterns = [
    path("candidacies/<int:candidacy_pk>/interviews/new/", views.new, name="new"),
    path("interviews/<int:pk>/", views.sheet, name="interview"),
    path("interviews/<int:pk>/edit/", views.edit, name="edit"),
    path("interviews/<int:pk>/delete/", views.remove, name="delete"),
    path("interviews/<int:pk>/debrief/", views.debrief, name="debrief"),
    path("notes/<int:pk>/", views.note, name="note"),
    path("notes/<int:pk>/delete/", views.note_delete, name="note_delete"),
]
