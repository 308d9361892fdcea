"""Routes of the record's own pages."""

from django.urls import path

from candidacy.routing import page

app_name = "candidacy"
urlpatterns = [
    path("candidacies/add/", page("candidacy.views.candidacies.add"), name="add"),
    path("candidacies/<int:pk>/edit/", page("candidacy.views.candidacies.edit"), name="edit"),
    path("candidacies/<int:pk>/delete/", page("candidacy.views.candidacies.remove"), name="delete"),
    path("candidacies/<int:pk>/stage/", page("candidacy.views.candidacies.stage"), name="stage"),
    path("candidacies/<int:pk>/close/", page("candidacy.views.candidacies.close"), name="close"),
    path("candidacies/<int:pk>/contact/", page("candidacy.views.contacts.page"), name="contact_new"),
    path(
        "candidacies/<int:pk>/contact/<int:contact_pk>/",
        page("candidacy.views.contacts.page"),
        name="contact",
    ),
    path(
        "candidacies/<int:pk>/contact/<int:contact_pk>/delete/",
        page("candidacy.views.contacts.remove"),
        name="contact_delete",
    ),
    path(
        "candidacies/<int:pk>/developments/",
        page("candidacy.views.developments.of_candidacy"),
        name="development_new",
    ),
    path(
        "candidacies/<int:pk>/developments/<int:development_pk>/",
        page("candidacy.views.developments.of_candidacy"),
        name="development",
    ),
    path(
        "candidacies/<int:pk>/developments/<int:development_pk>/delete/",
        page("candidacy.views.developments.remove_of_candidacy"),
        name="development_delete",
    ),
    path("companies/add/", page("candidacy.views.companies.add"), name="company_add"),
    path("companies/<int:pk>/", page("candidacy.views.companies.page"), name="company"),
    path("companies/<int:pk>/delete/", page("candidacy.views.companies.remove"), name="company_delete"),
    path("companies/<int:pk>/feeds/", page("candidacy.views.feeds.page"), name="feeds"),
    path(
        "companies/<int:pk>/developments/",
        page("candidacy.views.developments.of_company"),
        name="company_development_new",
    ),
    path(
        "companies/<int:pk>/developments/<int:development_pk>/",
        page("candidacy.views.developments.of_company"),
        name="company_development",
    ),
    path(
        "companies/<int:pk>/developments/<int:development_pk>/delete/",
        page("candidacy.views.developments.remove_of_company"),
        name="company_development_delete",
    ),
    path("news/", page("candidacy.views.news.index"), name="news"),
    path("news/<int:pk>/", page("candidacy.views.news.edit"), name="news_edit"),
    path("news/<int:pk>/delete/", page("candidacy.views.news.remove"), name="news_delete"),
]
