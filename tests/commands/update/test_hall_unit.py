"""The update's requests to the hall on trial: every answer counts, also one that is no HTTP."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from commands.update.hall_unit import HallUnit
from hall.config import config_from


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_an_answer_that_is_no_http_is_a_problem_of_the_release(
    tmp_path: Path, family: socket.AddressFamily, host: str
) -> None:
    with socket.socket(family) as server:
        try:
            server.bind((host, 0))
        except OSError:
            pytest.skip(f"this machine has no {host}")
        server.listen()
        threading.Thread(target=_answer_nonsense, args=(server,), daemon=True).start()
        settings = tmp_path / "hall.toml"
        port = server.getsockname()[1]
        settings.write_text(f'data = "{tmp_path}"\nhost = "{host}"\nport = {port}\ntls = false\n', encoding="utf-8")
        hall = HallUnit(config_from(["--config", str(settings)]), settings, "true", "hall", start_s=0, healthy_s=0)
        problem = hall.trial("1.0.0", print)
        assert problem is not None
        assert (problem.code, "BadStatusLine: nonsense" in problem.text) == ("not_started", True)


def _answer_nonsense(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(b"nonsense\r\n\r\n")
