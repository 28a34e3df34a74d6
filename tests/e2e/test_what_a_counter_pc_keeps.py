"""What lies on a counter PC's disk after work, for who steals it: the hall's address and the PC's token, no visitor."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from bench.running_demo import ROOT
from commands import pair
from commands.admin import command as admin
from tests.helpers.hall_process import HallProcess, prepare_hall

LONG_S = 240.0
NOTE, SUBJECT = "ill, call 91234567", "plot 12 of Noor"
REGISTERED = {
    "outcome": "request_registered", "requests": [{"topic": "survey", "subject": SUBJECT, "directorate": "lands"}],
}  # fmt: skip


def _work(hall: HallProcess, ca: Path) -> None:
    """Register a request for a visitor, and set another aside with a note."""
    for _ in range(2):
        hall.ask("POST", "/visits", "kiosk", body={"service": "A"}, verify=ca)
    for move, body in (
        ("call-next", {}), ("begin", {}), ("finish", REGISTERED), ("call-next", {}), ("begin", {}),
        ("park", {"note": NOTE}),
    ):  # fmt: skip
        answer = hall.ask("POST", f"/counters/1/{move}", "agent", body=body, verify=ca)
        assert answer.ok, answer.text


def test_the_disk_holds_no_visitor_no_note_and_no_session(tmp_path: Path) -> None:
    prepared, home = prepare_hall(tmp_path), tmp_path / "pc"
    home.mkdir()
    with HallProcess(prepared, ("--tls",)) as hall:
        _work(hall, prepared.keys / "tls" / "authority.pem")
        with redirect_stdout(StringIO()) as said:
            assert admin.run(["--data", str(prepared.data), "pair", "counter", "--counter", "1"]) == 0
        token, picture = home / "counter.token", tmp_path / "seen.png"
        asked = ["--hall", hall.base, "--code", said.getvalue().split()[-1], "--token-file", str(token)]
        with redirect_stdout(StringIO()):
            assert pair.run(["counter", *asked, "--settings", str(home / "counter.toml")]) == 0
        command = [sys.executable, str(ROOT / "main.py"), "counter", "--config", str(home / "counter.toml")]
        places = {name: str(home / name) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        done = subprocess.run(
            [*command, "--picture", str(picture)],
            env={
                **os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(home),
                "DAWR_COUNTER_SESSION": prepared.tokens["agent"],
            },
            capture_output=True, timeout=LONG_S, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        assert picture.stat().st_size > 1000, "the agent's window was shown"
    kept = {path.relative_to(home): path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert {str(path) for path in kept if path.suffix in {".token", ".toml", ".pem"}} == {
        "counter.token", "counter.toml", "counter.hall.pem",
    }  # fmt: skip
    assert token.stat().st_mode & 0o077 == 0
    for content in (*kept.values(), done.stdout, done.stderr):
        for word in (NOTE, "91234567", SUBJECT, prepared.tokens["agent"], "A001"):
            assert word.encode() not in content, word
