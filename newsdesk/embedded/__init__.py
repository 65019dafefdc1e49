"""Starts a private PostgreSQL and Redis-compatible server when none is configured. Free of Django.

`data_dir` is the desk's folder (`var/`) everywhere. `locate_…` computes an address and starts nothing; `ensure_…` starts
what does not run and answers with the same address.
"""

from newsdesk.embedded.broker import broker_pid, ensure_broker, stop_broker
from newsdesk.embedded.places import locate_broker, locate_postgres
from newsdesk.embedded.postgres import ensure_postgres, postgres_pid, stop_postgres

__all__ = [
    "broker_pid",
    "ensure_broker",
    "ensure_postgres",
    "locate_broker",
    "locate_postgres",
    "postgres_pid",
    "stop_broker",
    "stop_postgres",
]
