"""What any program writes into its log: one line a record, which no text from outside can forge."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys

import pytest

from common.log.lines import LineFormatter, escaped

FORGED = "reason\n2026-11-29T09:00:00Z INFO hall: head signed in from 10.0.0.1"


def record(message: str, *arguments: object, error: BaseException | None = None) -> logging.LogRecord:
    info = None if error is None else (type(error), error, error.__traceback__)
    return logging.LogRecord("hall.sync", logging.WARNING, __file__, 1, message, arguments, info)


def test_a_text_from_outside_cannot_begin_a_line_of_its_own() -> None:
    (line,) = LineFormatter().format(record("the centre says: %s", FORGED)).splitlines()
    assert line.endswith("WARNING hall.sync: the centre says: reason\\n2026-11-29T09:00:00Z INFO hall: head signed in "
                         "from 10.0.0.1")  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\rb", "a\\rb"),
        ("a\tb", "a\\tb"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\x00\x7f\x85", "\\x00\\x7f\\x85"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("قاعة الخدمة ١٢ – “ok” C:\\dawr", "قاعة الخدمة ١٢ – “ok” C:\\dawr"),
    ],
)
def test_control_characters_are_escaped_and_letters_stay(raw: str, shown: str) -> None:
    assert escaped(raw) == shown


def test_a_time_is_in_utc() -> None:
    one = record("x")
    one.created, one.msecs = 1_800_000_000.25, 250.0
    assert LineFormatter().format(one) == "2027-01-15T08:00:00.250Z WARNING hall.sync: x"


def test_no_line_of_a_traceback_looks_like_a_record() -> None:
    try:
        raise ValueError(FORGED)
    except ValueError as error:
        lines = LineFormatter().format(record("failed", error=error)).splitlines()
    assert len(lines) > 3
    assert all(line.startswith("    ") for line in lines[1:])


@pytest.mark.process
def test_every_program_that_logs_uses_this_formatter() -> None:
    found = subprocess.run(
        ["git", "grep", "-nE", r"logging\.(basicConfig|StreamHandler|FileHandler|Formatter)\b", "--", "*.py",
         ":!common/log/lines.py", ":!tests"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (found.returncode, found.stdout) == (1, ""), "1: git has looked, and found nothing"


@pytest.mark.process
def test_a_program_writes_its_lines_to_standard_error() -> None:
    program = "import logging; from common.log.lines import log_to_stderr; log_to_stderr(); logging.info('a\\nb')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr.endswith("INFO root: a\\nb\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.process
def test_with_dawr_log_json_each_record_is_one_object() -> None:
    program = (
        "import logging; from common.log.lines import log_to_stderr; log_to_stderr()\n"
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    logging.exception('a\\nb %s', 'قاعة')"
    )
    said = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DAWR_LOG": "json"},
    ).stderr
    (line,) = said.splitlines()
    found = json.loads(line)
    assert (found["level"], found["logger"], found["text"]) == ("ERROR", "root", "a\nb قاعة")
    assert "ZeroDivisionError" in found["traceback"]
    assert found["at"].endswith("+00:00")
