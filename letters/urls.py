"""Routes of the letters."""

from django.urls import path

from letters.views import composer, leaving, lists, sending

app_name = "letters"
urlpatterns = [
    path("letters/", lists.index, name="letters"),
    path("letters/new/", composer.new, name="new"),
    path("letters/<int:pk>/", composer.letter, name="letter"),
    path("letters/<int:pk>/check/", composer.check, name="check"),
    path("letters/<int:pk>/facts/", composer.fact, name="fact"),
    path("letters/<int:pk>/draft/", composer.anew, name="anew"),
    path("letters/<int:pk>/parts/", composer.parts, name="parts"),
    path("letters/<int:pk>/versions/", composer.versions, name="versions"),
    path("letters/<int:pk>/versions/<int:revision_pk>/", composer.version, name="version"),
    path("letters/<int:pk>/resolve/", composer.resolve, name="resolve"),
    path("letters/<int:pk>/delete/", composer.remove, name="delete"),
    path("letters/<int:pk>/preview/", sending.preview, name="preview"),
    path("letters/<int:pk>/copy/", sending.copy, name="copy"),
    path("letters/<int:pk>/open/", sending.open_, name="open"),
    path("letters/<int:pk>.eml", sending.eml, name="eml"),
    path("letters/<int:pk>/sent/", sending.sent, name="sent"),
    path("letters/<int:pk>/unsent/", sending.unsent, name="unsent"),
    path("letters/<int:pk>/send/", leaving.send, name="send"),
    path("letters/<int:pk>/take-back/", leaving.take_back, name="take_back"),
    path("letters/<int:pk>/settle/", leaving.settle, name="settle"),
    path("letters/<int:pk>/seconds/", leaving.seconds, name="seconds"),
    path("companies/<int:pk>/letters/", lists.passround, name="passround"),
]
