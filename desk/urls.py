"""Routes of the desk."""

from django.urls import path

from desk.views import (
    activity,
    calendar,
    candidacies,
    mail,
    moves,
    passphrase,
    people,
    search,
    settings,
    shortcuts,
    today,
    welcome,
)

app_name = "desk"
urlpatterns = [
    path("", today.page, name="today"),
    path("welcome/", welcome.page, name="welcome"),
    path("candidacies/", candidacies.index, name="candidacies"),
    path("candidacies.csv", candidacies.as_csv, name="candidacies_csv"),
    path("candidacies/<int:pk>/", candidacies.page, name="candidacy"),
    path("candidacies/<int:pk>/reply/", moves.reply, name="reply"),
    path("candidacies/<int:pk>/snooze/", moves.snooze, name="snooze"),
    path("promises/<int:pk>/kept/", moves.kept, name="kept"),
    path("debrief/", moves.debrief, name="debrief"),
    path("people/", people.index, name="people"),
    path("people/add/", people.add, name="person_add"),
    path("people/<int:pk>/", people.page, name="person"),
    path("people/<int:pk>/edit/", people.edit, name="person_edit"),
    path("people/<int:pk>/delete/", people.remove, name="person_delete"),
    path("people/<int:pk>/rank/", people.rank, name="rank"),
    path("mail/", mail.page, name="mail"),
    path("mail/file/", mail.upload, name="mail_file"),
    path("mail/<int:pk>/", mail.message, name="mail_message"),
    path("mail/<int:pk>/answer/", mail.answer, name="mail_answer"),
    path("search/", search.page, name="search"),
    path("activity/", activity.page, name="activity"),
    path("activity/<int:pk>/undo/", activity.undo_change, name="undo"),
    path("activity/<int:pk>/redo/", activity.redo_change, name="redo"),
    path("trash/empty/", activity.empty_trash, name="empty_trash"),
    path("shortcuts/", shortcuts.page, name="shortcuts"),
    path("settings/", settings.page, name="settings"),
    path("settings/passphrase/", passphrase.page, name="passphrase"),
    path("settings/passphrase/forget/", passphrase.forget, name="passphrase_forget"),
    path("settings/calendar/", calendar.link, name="calendar_link"),
    path("settings/<slug:section>/", settings.page, name="settings_section"),
    path("calendar/<str:word>.ics", calendar.feed, name="calendar"),
    path("export/", settings.export, name="export"),
]
