"""Where everything is. Each name here has a row in newsdesk/permissions.py."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path

from newsdesk.sign_in import SignInView
from newsdesk.views import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("sign-in/", SignInView.as_view(), name="sign-in"),
    path("sign-out/", auth.LogoutView.as_view(), name="sign-out"),
    path("password/", auth.PasswordChangeView.as_view(success_url="/password/changed/"), name="password-change"),
    path("password/changed/", auth.PasswordChangeDoneView.as_view(), name="password-changed"),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
    path("", include("claims.urls")),
]

handler400 = "newsdesk.views.bad_request"
handler500 = "newsdesk.views.server_error"
