"""Routes of the letters."""

from django.urls import path

from letters import views

app_name = "letters"
urlpatterns = [
    path("letters/", views.index, name="letters"),
    path("letters/new/", views.new, name="new"),
    path("letters/<int:pk>/", views.letter, name="letter"),
    path("companies/<int:pk>/letters/", views.passround, name="passround"),
]
