from django.apps import AppConfig


class NewsdeskConfig(AppConfig):
    name = "newsdesk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import newsdesk.celery  # noqa: F401  tasks find their application; pure packages import newsdesk without it
