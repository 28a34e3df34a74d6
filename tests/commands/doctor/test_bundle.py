"""The bundle that a technician sends: all that helps, and no secret."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest

from commands.doctor.bundle import without_secrets, write_bundle
from commands.doctor.findings import passed
from common.version import release
from hall.platform.db.backup.backup_log import BackupState, write_backup_state

TOKEN = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"GET /head#{TOKEN}",
        f"Authorization: Bearer {TOKEN[:20]}",
        "centre: Zm9vYmFyYmF6cXV4Zm9v.YmFyYmF6cXV4Zm9vYmFy",
    ],
)
def test_what_looks_like_a_secret_is_removed(text: str) -> None:
    shown = without_secrets(text)
    assert "[removed]" in shown
    assert TOKEN[:20] not in shown
    assert "YmFyYmF6" not in shown


def test_what_helps_stays() -> None:
    line = "2026-11-29T08:00:00Z WARNING hall.db: ticket A047 of visit 0190b1c4-7d1e-7c3a-9d52 was slow"
    assert without_secrets(line) == line


@pytest.mark.process
def test_the_bundle_has_findings_versions_settings_and_no_content_of_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HALL_CENTRE_TOKEN", f"{TOKEN}.{TOKEN}")
    data = tmp_path / "data"
    data.mkdir()
    (data / "hall.key").write_bytes(b"the key of the hall")
    write_backup_state(data, BackupState(place="/media/stick", copy="x"))
    file = tmp_path / "bundle.zip"
    write_bundle(file, [passed("disk", "12 GB free")], data)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with zipfile.ZipFile(file) as bundle:
        parts = {name: bundle.read(name).decode() for name in bundle.namelist()}
    assert "PASS  disk" in parts["findings.txt"]
    assert json.loads(parts["versions.json"])["dawr"] == release()
    assert "(secret)" in parts["settings/hall.txt"]
    assert "hall.key" in parts["data-folder.txt"]
    assert "/media/stick" in parts["state/backup.json"]
    assert "journal.txt" in parts
    everything = "".join(parts.values())
    assert TOKEN not in everything
    assert "the key of the hall" not in everything
