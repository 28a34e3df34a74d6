"""A restore from the centre takes only what is named as a copy and as large as a copy may be, over real HTTP."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from commands.backup import restore
from common.files.private import keys_beside
from contracts.centre.hall_copy import MOST_PARTS
from hall.composition.start_checks import KEY_FILE
from hall.platform.security.copy_seal import seal_copy
from hall.platform.security.secret import HallSecret
from tests.helpers.migrated import put_migrated

NAME = "hall-20261129T080000.000Z.sqlite"
Centre = Callable[..., str]


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    """Yield what starts a centre that offers the hall's genuine sealed copy under any name and number of parts."""
    (tmp_path / "data").mkdir()
    keys = keys_beside(tmp_path / "data")
    keys.mkdir()
    (keys / KEY_FILE).write_bytes(b"k" * 32)
    (keys / KEY_FILE).chmod(0o600)
    (tmp_path / NAME).write_bytes(b"names and telephone numbers")
    sealed = seal_copy(tmp_path / NAME, HallSecret(b"k" * 32), "nizwa-1")
    running: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def start(name: str, parts: int, sealed: bytes = sealed) -> str:
        offered = json.dumps({"name": name, "parts": parts, "digest": hashlib.sha256(sealed).hexdigest()}).encode()

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                is_offer = self.path.endswith("/copy")
                content = offered if is_offer else sealed
                self.send_response(200)
                self.send_header("Content-Type", "application/json" if is_offer else "application/octet-stream")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_values: object) -> None:
                """Keep the output of the tests clean."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server, thread in running:
        server.shutdown()
        server.server_close()
        thread.join()


def restored(folder: Path, address: str) -> int:
    settings, token = folder / "hall.toml", folder / "token"
    token.write_text("token.key", "utf-8")
    token.chmod(0o600)
    settings.write_text(f'data = "{folder / "data"}"\ncentre = "{address}"\ncentre_token_file = "{token}"\n', "utf-8")
    return restore.run(["--config", str(settings), "--from-centre", "nizwa-1"])


@pytest.mark.parametrize("before", ["{folder}/taken/", "../../taken/", "x/"])
def test_the_centre_cannot_choose_where_the_copy_is_written(
    centre: Centre, tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str
) -> None:
    assert restored(tmp_path, centre(before.format(folder=tmp_path) + NAME, 1)) == 2
    assert "the centre offers no copy of a hall" in capsys.readouterr().err
    assert not (tmp_path / "taken").exists()
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.parametrize("parts", [-1, 0, MOST_PARTS + 1])
def test_a_copy_of_an_impossible_number_of_parts_is_not_fetched(
    centre: Centre, tmp_path: Path, capsys: pytest.CaptureFixture[str], parts: int
) -> None:
    assert restored(tmp_path, centre(NAME, parts)) == 2
    assert "the centre offers no copy of a hall" in capsys.readouterr().err


def test_a_copy_from_before_the_new_key_is_opened_with_the_old_one_that_is_kept(
    centre: Centre, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_migrated(tmp_path / NAME)
    before, key = HallSecret(b"b" * 32), keys_beside(tmp_path / "data") / KEY_FILE
    at = centre(NAME, 1, seal_copy(tmp_path / NAME, before, "nizwa-1"))
    assert restored(tmp_path, at) == 2
    assert "an older key beside it" in capsys.readouterr().err
    key.with_name(f"{KEY_FILE}-replaced-20261129T090000.000Z").write_bytes(before.key)
    assert restored(tmp_path, at) == 0
    assert (tmp_path / "data" / "hall.sqlite").exists()
