"""Where the desk's servers are found, without starting them."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
import pytest

from newsdesk.embedded import (
    ensure_broker,
    ensure_postgres,
    locate_broker,
    locate_postgres,
    stop_broker,
    stop_postgres,
)
from newsdesk.embedded.places import LONGEST_SOCKET_PATH, POSTGRES_SOCKET, make_private, places
from newsdesk.errors import DeskError

LONG = Path("/srv") / "/".join(["a-rather-long-folder-name"] * 6) / "var"


@pytest.mark.parametrize("data_dir", [Path("/srv/desk/var"), Path("/srv/desk with ünusual/var"), LONG])
def test_addresses_name_sockets_that_the_operating_system_can_open(data_dir: Path) -> None:
    database = dj_database_url.parse(locate_postgres(data_dir))
    broker = unquote(urlsplit(locate_broker(data_dir)).path)

    assert len(os.fsencode(f"{database['HOST']}/{POSTGRES_SOCKET}")) <= LONGEST_SOCKET_PATH
    assert len(os.fsencode(broker)) <= LONGEST_SOCKET_PATH
    assert (database["NAME"], database["USER"]) == ("newsdesk", "newsdesk")


def test_two_desks_with_long_paths_do_not_share_a_socket() -> None:
    assert locate_postgres(LONG) != locate_postgres(LONG / "other")


def test_a_relative_folder_is_the_same_desk_from_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate_postgres("var") == locate_postgres(tmp_path / "var")


def test_servers_start_where_the_path_is_too_long_for_their_sockets(var: Path) -> None:
    deep = var / "/".join(["a-rather-long-folder-name"] * 4)
    try:
        assert ensure_postgres(deep, durable=False) == locate_postgres(deep)
        assert ensure_broker(deep, durable=False) == locate_broker(deep)
        sockets = places(deep).postgres_sockets, places(deep).broker_sockets
        assert [folder.stat().st_mode & 0o777 for folder in sockets] == [0o700, 0o700]
        assert all(folder.parent == Path("/tmp") for folder in sockets)
    finally:
        stop_postgres(deep)
        stop_broker(deep)
    assert not any(folder.exists() for folder in sockets)


def test_a_link_that_somebody_else_laid_under_tmp_is_not_followed(tmp_path: Path) -> None:
    trap = tmp_path / "newsdesk-trap"
    trap.symlink_to(tmp_path)
    with pytest.raises(DeskError, match="belongs to somebody else"):
        make_private(trap)
