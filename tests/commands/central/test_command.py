"""The central command: as a process, from start to a clean stop, and its small services."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from commands.central.command import run
from common.version import release
from contracts.centre.credential import read_credential

ROOT = Path(__file__).parents[3]
CALL = "import sys; from commands.central.command import run; sys.exit(run(sys.argv[1:]))"


def asked(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = run(argv)
    told = capsys.readouterr()
    return code, told.out.strip(), told.err


def test_it_says_where_it_listens_answers_and_stops_cleanly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, word, _ = asked(capsys, "enrol", "--data", str(tmp_path), "--hall", "1", "--name", "قاعة مسقط")
    token = read_credential(word).token
    assert code == 0
    command = [sys.executable, "-c", CALL, "--data", str(tmp_path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout
        found = re.fullmatch(r"centre: (http://127\.0\.0\.1:\d+)", process.stdout.readline().strip())
        assert found
        with requests.Session() as session:
            session.trust_env = False
            assert session.get(f"{found[1]}/healthz", timeout=60).json() == {
                "state": "ok",
                "cleanup": "waiting",
                "version": release(),
            }
            header = {"Authorization": f"Bearer {token}"}
            assert session.get(f"{found[1]}/v1/halls/1/streams", headers=header, timeout=60).json() == {"streams": []}
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, "")
    assert re.fullmatch(r"centre: nobody can sign in yet; .* person add --name NAME --role admin --data .*\n", err)


def test_a_code_a_reader_and_a_revocation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--data", str(tmp_path))
    code, out, err = asked(capsys, *place, "enrol", "--hall", "1", "--code")
    assert (code, bool(re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", out))) == (0, True)
    assert "valid until" in err
    assert len(asked(capsys, "reader", *place, "--name", "analyst")[1]) == 64
    asked(capsys, "enrol", *place, "--hall", "1")
    assert asked(capsys, "revoke", *place, "--hall", "1") == (0, "1 token revoked", "")
    assert asked(capsys, "retry-quarantine", *place)[:2] == (0, "0 stored, 0 still cannot be read")


def test_the_cleanup_prints_what_it_deleted_in_words_and_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ("--data", str(tmp_path))
    printed = "deleted: 0 sessions, 0 batches, 0 inbox, 0 quarantine, 0 audit, 0 acts, 0 surveys, 0 visits"
    assert asked(capsys, "cleanup", *place)[:2] == (0, printed)
    kept_for_ever = json.loads(asked(capsys, "cleanup", *place, "--json", "--kept-years", "0")[1])
    assert kept_for_ever == {"deleted": {"sessions": 0, "batches": 0, "inbox": 0}, "problem": ""}
    assert "use 2 to 50, or 0" in asked(capsys, "cleanup", *place, "--kept-years", "1")[2]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--database", "mysql://x", "--port", "99999"], "--port 99999"),
        (["--database", "postgresql://nobody@127.0.0.1:1/none"], "cannot be opened"),
        (["enrol", "--hall", "A B"], "a-z"),
        (["revoke", "--hall", "nowhere"], "'nowhere' is not known here"),
        (["--host", "centre.example", "--open-pages"], "for this machine only"),
        (["--host", "203.0.113.7", "--port", "0"], "cannot listen"),
    ],
)
def test_wrong_settings_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    code, out, err = asked(capsys, "--data", str(tmp_path), *argv)
    assert (code, out) == (2, "")
    assert said in err


def test_a_taken_port_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, _, err = asked(capsys, "--data", str(tmp_path), "--port", port)
    assert code == 2
    assert "choose another" in err
