"""A release file from an address comes with its signature; what cannot be had is said with its address."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from commands.update.fetch import fetch
from commands.update.problem import UpdateError


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    (tmp_path / "www").mkdir()
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield tmp_path / "www", f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_file_and_signature_are_downloaded_beside_each_other(served: tuple[Path, str], tmp_path: Path) -> None:
    www, address = served
    (www / "dawr-0.3.0.tar").write_bytes(b"release")
    (www / "dawr-0.3.0.tar.sig").write_bytes(b"signature")
    file = fetch(f"{address}/dawr-0.3.0.tar", tmp_path / "downloads")
    assert (file.read_bytes(), file.with_name("dawr-0.3.0.tar.sig").read_bytes()) == (b"release", b"signature")


def test_a_missing_file_and_a_machine_that_is_away_are_named(served: tuple[Path, str], tmp_path: Path) -> None:
    for what in (f"{served[1]}/none.tar", "http://127.0.0.1:9/dawr.tar"):
        with pytest.raises(UpdateError, match="cannot be downloaded"):
            fetch(what, tmp_path / "downloads")
    with pytest.raises(UpdateError, match="names no file"):
        fetch(served[1], tmp_path / "downloads")


def test_a_file_of_a_stick_stays_where_it_is(tmp_path: Path) -> None:
    assert fetch(str(tmp_path / "dawr.tar"), tmp_path / "downloads") == tmp_path / "dawr.tar"
