"""A program gets the emblem that the hall names over real HTTP, again when it changes, and none where there is none."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from contracts.settings.hall_view import BrandView
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.emblems import Emblems


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        served = b"emblem of " + self.path.encode()
        self.send_response(200 if "gone" not in self.path else 404)
        self.send_header("Content-Length", str(len(served)))
        self.end_headers()
        self.wfile.write(served)

    def log_message(self, *args: object) -> None: ...


@pytest.fixture
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def brand(**emblems: str) -> BrandView:
    return BrandView({}, emblems)


def test_a_file_is_fetched_once_and_again_when_its_address_changes(qtbot: QtBot, address: str) -> None:
    emblems = Emblems(HallAddresses([address]), ("dark",))
    heard: list[tuple[str, bytes]] = []
    emblems.changed.connect(lambda ground, file: heard.append((ground, bytes(file))))
    for _ in range(2):
        emblems.follow(brand(dark="/api/v1/brand/dark?1", paper="/api/v1/brand/paper?1"))
    qtbot.waitUntil(lambda: len(heard) == 1)
    emblems.follow(brand(dark="/api/v1/brand/dark?2"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    emblems.follow(brand())
    assert heard == [
        ("dark", b"emblem of /api/v1/brand/dark?1"),
        ("dark", b"emblem of /api/v1/brand/dark?2"),
        ("dark", b""),
    ]
    emblems.stop()


@pytest.mark.allow_logs
def test_a_file_that_did_not_come_is_asked_for_again(qtbot: QtBot, address: str) -> None:
    emblems = Emblems(HallAddresses([address]), ("dark",))
    emblems.follow(brand(dark="/gone"))
    again = emblems.findChild(QTimer, "emblem_again")
    assert again is not None
    qtbot.waitUntil(again.isActive)
    emblems.stop()
    assert not again.isActive()
