"""The driver inside a Qt program: each command on standard input has one answer, wrong ones too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.hall_in_a_thread import hall_in_a_thread

ROOT = Path(__file__).parents[3]


def driven(base: str, token: str, commands: list[str]) -> tuple[int, list[dict[str, object]]]:
    """Start a counter client with the driver in it, and return its exit code and the answers to the commands."""
    program = [sys.executable, "-m", "tools.qt_driver.driver", "counter", "--hall", base, "--counter", "1"]
    done = subprocess.run(
        [*program, "--size", "1100x720", "--language", "en"],
        input="".join(f"{command}\n" for command in commands),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "DAWR_TOKEN": token},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_each_command_is_answered_by_one_line_and_the_end_of_input_ends_the_program(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        picture = tmp_path / "counter.png"
        code, answers = driven(
            hall.base,
            hall.tokens["counter1"],
            [
                json.dumps({"names": 1}),
                json.dumps({"find": "nobody"}),
                json.dumps({"press": "nobody"}),
                json.dumps({"key": "NoSuchKey"}),
                json.dumps({"key": "F1"}),
                json.dumps({"type": "471829"}),
                json.dumps({"grab": str(picture)}),
                json.dumps({"dance": 1}),
                "{",
                "[1]",
            ],
        )
    assert code == 0
    names, missing, pressed, no_key, key, typed, grabbed, unknown, broken, listed, end = answers
    assert names["names"]
    assert missing == {"visible": False}
    assert pressed == {"error": "LookupError: no visible control 'nobody'"}
    assert "Key_NoSuchKey" in str(no_key["error"])
    assert (key, typed, grabbed) == ({"ok": True}, {"ok": True}, {"ok": True})
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert unknown == {"ok": False}
    assert "error" in broken
    assert "error" in listed
    assert end == {"ok": True}
