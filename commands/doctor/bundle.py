"""`doctor --bundle`: one file for a helper elsewhere: findings, versions, settings without secrets, logs."""

from __future__ import annotations

import importlib
import json
import platform
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from commands.doctor.findings import Finding, as_json, page
from commands.runtime.settings_files import PROGRAMS
from common.clock.wall_clock import utc_now
from common.configuration.describe import effective
from common.configuration.parser import SettingsParser
from common.version import release
from hall.platform.db.backup.backup_log import BACKUP_LOG
from sync.status_file import STANDING_FILE

LOG_SINCE = "-2 days"
LOG_BYTES = 5_000_000
_SECRET = re.compile(r"\b[0-9a-fA-F]{32,}\b|(?<=#)[\w.-]{20,}|(?<=Bearer )\S+|\b[\w-]{20,}\.[\w-]{20,}\b")
"""What looks like a token, a key or a link that signs somebody in."""
STATE_FILES = (BACKUP_LOG, STANDING_FILE)


def write_bundle(file: Path, findings: list[Finding], data: Path | None) -> None:
    """Write the bundle, for its owner alone; raise OSError when it cannot be written."""
    file.touch(mode=0o600)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in _parts(findings, data):
            bundle.writestr(name, without_secrets(text))


def without_secrets(text: str) -> str:
    """Return the text with everything blackened that looks like a secret.

    >>> without_secrets("signed in by http://10.0.0.5/head#" + "a1" * 32)
    'signed in by http://10.0.0.5/head#[removed]'
    """
    return _SECRET.sub("[removed]", text)


def _parts(findings: list[Finding], data: Path | None) -> Iterator[tuple[str, str]]:
    yield "findings.txt", page(findings) + "\n"
    yield "findings.json", json.dumps(as_json(findings), ensure_ascii=False, indent=1)
    yield "versions.json", json.dumps(_versions(), indent=1)
    for program in PROGRAMS:
        yield f"settings/{program}.txt", _settings(program)
    if data is not None:
        yield "data-folder.txt", "\n".join(_listing(data))
        for path in (data / name for name in STATE_FILES):
            if path.is_file():
                yield f"state/{path.name}", path.read_text(encoding="utf-8", errors="replace")
    yield "journal.txt", _journal()


def _versions() -> dict[str, object]:
    return {
        "dawr": release(),
        "made_at": utc_now().isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {one.metadata["Name"]: one.version for one in distributions()},
    }


def _settings(program: str) -> str:
    parser: SettingsParser = importlib.import_module(PROGRAMS[program]).parser()
    parser.read_arguments([])
    rows = [f"{row.key} = {json.dumps(row.value, ensure_ascii=False)}  # {row.source}" for row in effective(parser)]
    return "\n".join([*rows, *(f"# {problem}" for problem in parser.file.problems)]) + "\n"


def _listing(folder: Path) -> Iterator[str]:
    """Yield names, sizes and times, no content: the data folder holds what visitors left there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"{path.stat().st_size:>14,} {path.stat().st_mtime:.0f} {path.relative_to(folder)}"


def _journal() -> str:
    if shutil.which("journalctl") is None:
        return "this machine has no journal\n"
    command = ["journalctl", "--unit", "dawr-*", "--since", LOG_SINCE, "--no-pager", "--output", "short-iso"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return (done.stdout + done.stderr)[-LOG_BYTES:]
