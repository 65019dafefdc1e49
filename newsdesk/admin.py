"""Accounts in the admin: standards editors give roles here."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group

from newsdesk.models import User

admin.site.unregister(Group)  # roles take the place of groups

admin.site.site_header = admin.site.site_title = "Newsdesk administration"
admin.site.index_title = "The desk's tables"


class NewUserForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("username", "name", "role")


class ChangeUserForm(UserChangeForm):
    class Meta:
        model = User
        fields = ("username", "name", "email", "role", "is_active", "password")


@admin.register(User)
class StaffAdmin(UserAdmin):
    form = ChangeUserForm
    add_form = NewUserForm
    list_display = ("username", "name", "role", "is_active", "last_login")
    list_filter = ("role", "is_active")
    search_fields = ("username", "name", "email")
    ordering = ("username",)
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("name", "email", "role", "is_active")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {"classes": ("wide",), "fields": ("username", "name", "role", "usable_password", "password1", "password2")},
        ),
    )
    readonly_fields = ("last_login", "date_joined")

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False  # the record names its people: make them inactive instead
