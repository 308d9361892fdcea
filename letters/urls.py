"""Routes of the letters."""

from django.urls import path

from candidacy.routing import page

app_name = "letters"
urlpatterns = [
    path("letters/", page("letters.views.lists.index"), name="letters"),
    path("letters/new/", page("letters.views.composer.new"), name="new"),
    path("letters/<int:pk>/", page("letters.views.composer.letter"), name="letter"),
    path("letters/<int:pk>/check/", page("letters.views.composer.check"), name="check"),
    path("letters/<int:pk>/facts/", page("letters.views.composer.fact"), name="fact"),
    path("letters/<int:pk>/draft/", page("letters.views.composer.anew"), name="anew"),
    path("letters/<int:pk>/parts/", page("letters.views.composer.parts"), name="parts"),
    path("letters/<int:pk>/versions/", page("letters.views.composer.versions"), name="versions"),
    path(
        "letters/<int:pk>/versions/<int:revision_pk>/", page("letters.views.composer.version"), name="version"
    ),
    path("letters/<int:pk>/resolve/", page("letters.views.composer.resolve"), name="resolve"),
    path("letters/<int:pk>/delete/", page("letters.views.composer.remove"), name="delete"),
    path("letters/<int:pk>/preview/", page("letters.views.sending.preview"), name="preview"),
    path("letters/<int:pk>/copy/", page("letters.views.sending.copy"), name="copy"),
    path("letters/<int:pk>/open/", page("letters.views.sending.open_"), name="open"),
    path("letters/<int:pk>.eml", page("letters.views.sending.eml"), name="eml"),
    path("letters/<int:pk>/sent/", page("letters.views.sending.sent"), name="sent"),
    path("letters/<int:pk>/unsent/", page("letters.views.sending.unsent"), name="unsent"),
    path("letters/<int:pk>/send/", page("letters.views.leaving.send"), name="send"),
    path("letters/<int:pk>/take-back/", page("letters.views.leaving.take_back"), name="take_back"),
    path("letters/<int:pk>/settle/", page("letters.views.leaving.settle"), name="settle"),
    path("letters/<int:pk>/seconds/", page("letters.views.leaving.seconds"), name="seconds"),
    path("companies/<int:pk>/letters/", page("letters.views.lists.passround"), name="passround"),
]
