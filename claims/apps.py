from celery.signals import worker_process_init
from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from claims.workers import say_what_runs_here

        worker_process_init.connect(say_what_runs_here, dispatch_uid="claims.say_what_runs_here")
