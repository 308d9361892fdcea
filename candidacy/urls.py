"""Routes of the record's own pages."""

from django.urls import path

from candidacy.views import candidacies, companies, contacts, developments, feeds, news

app_name = "candidacy"
urlpatterns = [
    path("candidacies/add/", candidacies.add, name="add"),
    path("candidacies/<int:pk>/edit/", candidacies.edit, name="edit"),
    path("candidacies/<int:pk>/delete/", candidacies.remove, name="delete"),
    path("candidacies/<int:pk>/stage/", candidacies.stage, name="stage"),
    path("candidacies/<int:pk>/close/", candidacies.close, name="close"),
    path("candidacies/<int:pk>/contact/", contacts.page, name="contact_new"),
    path("candidacies/<int:pk>/contact/<int:contact_pk>/", contacts.page, name="contact"),
    path("candidacies/<int:pk>/contact/<int:contact_pk>/delete/", contacts.remove, name="contact_delete"),
    path("candidacies/<int:pk>/developments/", developments.of_candidacy, name="development_new"),
    path(
        "candidacies/<int:pk>/developments/<int:development_pk>/",
        developments.of_candidacy,
        name="development",
    ),
    path(
        "candidacies/<int:pk>/developments/<int:development_pk>/delete/",
        developments.remove_of_candidacy,
        name="development_delete",
    ),
    path("companies/add/", companies.add, name="company_add"),
    path("companies/<int:pk>/", companies.page, name="company"),
    path("companies/<int:pk>/delete/", companies.remove, name="company_delete"),
    path("companies/<int:pk>/feeds/", feeds.page, name="feeds"),
    path("companies/<int:pk>/developments/", developments.of_company, name="company_development_new"),
    path(
        "companies/<int:pk>/developments/<int:development_pk>/",
        developments.of_company,
        name="company_development",
    ),
    path(
        "companies/<int:pk>/developments/<int:development_pk>/delete/",
        developments.remove_of_company,
        name="company_development_delete",
    ),
    path("news/", news.index, name="news"),
    path("news/<int:pk>/", news.edit, name="news_edit"),
    path("news/<int:pk>/delete/", news.remove, name="news_delete"),
]
