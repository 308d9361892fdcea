"""Routes of the record's own pages."""

from django.urls import path

from candidacy import views

app_name = "candidacy"
urlpatterns = [
    path("candidacies/<int:pk>/edit/", views.edit, name="edit"),
    path("candidacies/<int:pk>/delete/", views.remove, name="delete"),
    path("candidacies/<int:pk>/stage/", views.stage, name="stage"),
    path("candidacies/<int:pk>/close/", views.close, name="close"),
    path("candidacies/<int:pk>/contact/", views.contact, name="contact_new"),
    path("candidacies/<int:pk>/contact/<int:contact_pk>/", views.contact, name="contact"),
    path(
        "candidacies/<int:pk>/contact/<int:contact_pk>/delete/", views.contact_delete, name="contact_delete"
    ),
    path("candidacies/<int:pk>/developments/", views.development, name="development_new"),
    path("candidacies/<int:pk>/developments/<int:development_pk>/", views.development, name="development"),
    path(
        "candidacies/<int:pk>/developments/<int:development_pk>/delete/",
        views.development_delete,
        name="development_delete",
    ),
    path("companies/add/", views.company_add, name="company_add"),
    path("companies/<int:pk>/", views.company, name="company"),
    path("companies/<int:pk>/delete/", views.company_delete, name="company_delete"),
    path("news/", views.news, name="news"),
    path("news/<int:pk>/", views.news_edit, name="news_edit"),
    path("news/<int:pk>/delete/", views.news_delete, name="news_delete"),
]
