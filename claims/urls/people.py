"""Who speaks, across stories."""

from django.urls import URLPattern, path

from claims.views import people, person_edits

urlpatterns: list[URLPattern] = [
    path("people/", people.people, name="people"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/merge/", person_edits.person_merge, name="person-merge"),
    path("people/<int:pk>/part/", person_edits.person_part, name="person-part"),
    path("people/<int:pk>/rename/", person_edits.person_rename, name="person-rename"),
    path("people/<int:pk>/language/", person_edits.person_language, name="person-language"),
    path("people/names/<int:pk>/", people.alias, name="alias"),
    path("people/names/<int:pk>/split/", person_edits.alias_split, name="alias-split"),
    path("people/names/<int:pk>/dismiss/", person_edits.alias_dismiss, name="alias-dismiss"),
    path("people/names/<int:pk>/restore/", person_edits.alias_restore, name="alias-restore"),
]
