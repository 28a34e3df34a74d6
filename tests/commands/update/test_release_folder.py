"""The releases of a machine and the files that wait, without any program of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands.update.journal import Outcome
from commands.update.problem import UpdateError
from commands.update.release_folder import CURRENT, GOOD, ReleaseFolder


@pytest.fixture
def folder(tmp_path: Path) -> ReleaseFolder:
    machine = ReleaseFolder(tmp_path / "opt")
    put_release(machine.releases, "0.2.0")
    (machine.root / "incoming").mkdir()
    machine.point(CURRENT, "0.2.0")
    return machine


def put_release(releases: Path, version: str, says: str = "", python: str = sys.executable) -> None:
    (releases / version / "common").mkdir(parents=True)
    text = f'VERSION = "{says or version}"\n'
    (releases / version / "common" / "version.py").write_text(text, encoding="utf-8")
    (releases / version / ".venv" / "bin").mkdir(parents=True)
    (releases / version / ".venv" / "bin" / "python").symlink_to(python)


def pack(folder: ReleaseFolder, version: str, says: str = "", python: str = sys.executable) -> Path:
    source = folder.root.parent / "source"
    put_release(source, version, says, python)
    file = folder.root / "incoming" / f"dawr-{version}.tar.gz"
    subprocess.run(["tar", "-czf", str(file), "-C", str(source), version], check=True)
    return file


@pytest.mark.process
def test_the_newest_newer_file_waits_and_one_that_failed_does_not(folder: ReleaseFolder) -> None:
    assert folder.pending(None) is None
    for version in ("0.1.9", "0.2.0", "0.9.0", "0.10.0"):
        pack(folder, version)
    (folder.root / "incoming" / "notes.tar").write_text("no release", encoding="utf-8")
    newest = folder.pending(None)
    assert newest is not None
    assert newest.name == "dawr-0.10.0.tar.gz"
    other = folder.pending(Outcome("0.10.0", "failed", "", ""))
    assert other is not None
    assert other.name == "dawr-0.9.0.tar.gz"


@pytest.mark.process
def test_a_file_whose_programs_say_another_version_is_refused_and_leaves_nothing(folder: ReleaseFolder) -> None:
    with pytest.raises(UpdateError, match="another version inside"):
        folder.unpack(pack(folder, "0.3.0", says="0.2.1"))
    assert [path.name for path in folder.releases.iterdir()] == ["0.2.0"]


@pytest.mark.process
def test_a_file_for_another_debian_is_refused_and_leaves_nothing(folder: ReleaseFolder) -> None:
    with pytest.raises(UpdateError, match="made for another Debian"):
        folder.unpack(pack(folder, "0.3.0", python="/usr/bin/python3.99"))
    assert [path.name for path in folder.releases.iterdir()] == ["0.2.0"]


@pytest.mark.process
def test_old_releases_go_and_those_that_a_link_leads_to_stay(folder: ReleaseFolder) -> None:
    folder.point(GOOD, "0.2.0")
    for version in ("0.1.0", "0.3.0", "0.4.0"):
        put_release(folder.releases, version)
    folder.remove_old()
    assert sorted(path.name for path in folder.releases.iterdir()) == ["0.2.0", "0.3.0", "0.4.0"]


def test_a_link_to_a_clone_is_no_release(folder: ReleaseFolder, tmp_path: Path) -> None:
    (folder.root / CURRENT).unlink()
    (folder.root / CURRENT).symlink_to(tmp_path)
    assert folder.linked(CURRENT) is None
