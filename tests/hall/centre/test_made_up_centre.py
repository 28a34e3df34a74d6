"""Settings are taken from the centre that enrolled the hall, and from nobody who only heard the hall's token."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from sqlalchemy import Engine

from central.halls import settings
from commands.runtime.process_group import ROOT
from contracts.centre.settings_document import CentreValue, SettingsDocument, sign
from contracts.codec.reader import to_json
from hall.centre.apply_settings import SettingsDesk
from sync.downlink_poller import WayDown
from sync.uplink import HttpUplink
from tests.helpers.centre import running_centre
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread
from tools.qt_driver.driven_program import until

OWNED = {"names": CentreValue({"ar": "قاعة أخرى", "en": "Owned"}, locked=True)}


@contextmanager
def made_up_centre(heard: list[str]) -> Iterator[str]:
    """Give the address of a centre that signs settings with whatever token it hears."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            token = self.headers["Authorization"].partition(" ")[2]
            heard.append(token)
            document = SettingsDocument("test-hall", 7, datetime.now(UTC), "nobody", OWNED, at_once=True)
            is_settings = "/settings" in self.path
            body = json.dumps(to_json(sign(document, token)) if is_settings else {"items": []}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_told: object) -> None:
            """Keep the test's output clean."""

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def enrolled(folder: Path) -> str:
    """Return what the command line prints for the hall."""
    command = [sys.executable, str(ROOT / "main.py"), "central", "enrol", "--data", str(folder), "--hall", "test-hall"]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()[-1]


def english_name(hall: RunningHall) -> str:
    return hall.hall.store.settings().names["en"]


def desk_of(hall: RunningHall) -> SettingsDesk:
    assert hall.hall.centre is not None
    assert hall.hall.centre.desk is not None
    return hall.hall.centre.desk


@pytest.mark.allow_logs
def test_who_heard_the_token_cannot_sign_settings(tmp_path: Path) -> None:
    word, heard = enrolled(tmp_path / "centre"), list[str]()
    (tmp_path / "hall").mkdir()
    with made_up_centre(heard) as url, hall_in_a_thread(tmp_path / "hall", centre=(url, word)) as hall:
        uplink = HttpUplink(url, "test-hall", hall.hall.config.token_of_centre())
        WayDown(desk_of(hall), uplink).turn()
        desk_of(hall).look()
        uplink.close()
        assert heard
        assert english_name(hall) == "Test Hall"
        assert desk_of(hall).settings_held() == 0
    assert all(word not in token and len(token) < len(word) for token in heard), "the key is never sent"


@pytest.mark.allow_logs
def test_settings_of_the_centre_that_enrolled_the_hall_arrive(tmp_path: Path) -> None:
    word = enrolled(tmp_path / "centre")
    (tmp_path / "hall").mkdir()
    with running_centre(tmp_path / "centre") as centre:
        publish(centre.engine)
        with hall_in_a_thread(tmp_path / "hall", centre=(centre.url, word)) as hall:
            until(lambda: desk_of(hall).settings_held() == 1, "the settings are here", lambda: english_name(hall))
            desk_of(hall).look()
            assert english_name(hall) == "Owned"


@pytest.mark.allow_logs
def test_a_hall_that_was_given_no_key_takes_no_settings_and_says_why(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with running_centre(tmp_path / "centre") as centre:
        token = centre.enrol("test-hall")
        publish(centre.engine)
        with hall_in_a_thread(tmp_path, centre=(centre.url, token)) as hall:
            until(lambda: "enrol it again" in caplog.text, "the log says why", lambda: caplog.text)
            assert desk_of(hall).settings_held() == 0


def publish(engine: Engine) -> None:
    settings.publish(engine, "test-hall", OWNED, by="Salma", now=datetime.now(UTC), at_once=True)
