"""The version and the commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from common import version

ROOT = Path(__file__).parents[2]


def git(folder: Path, *arguments: str) -> str:
    named = ["-c", "user.name=Salim", "-c", "user.email=salim@hall.example"]
    return subprocess.run(["git", *named, *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.mark.process
def test_a_clone_a_worktree_and_packed_branches_tell_the_commit_that_git_tells(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    git(clone, "init", "-q", "-b", "main")
    assert version.commit_of_clone(clone) is None
    git(clone, "commit", "-q", "--allow-empty", "-m", "Begin")
    commit = git(clone, "rev-parse", "HEAD")[:8]
    assert version.commit_of_clone(clone) == commit
    git(clone, "worktree", "add", "-q", "-b", "side", "../side")
    assert version.commit_of_clone(tmp_path / "side") == commit
    git(clone, "pack-refs", "--all")
    assert version.commit_of_clone(clone) == version.commit_of_clone(tmp_path / "side") == commit
    git(clone, "checkout", "-q", "--detach")
    assert version.commit_of_clone(clone) == commit


def test_a_package_tells_the_commit_that_it_was_built_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "COMMIT_FILE", tmp_path / "commit.txt")
    version.COMMIT_FILE.write_text("29a99d66\n", encoding="utf-8")
    version.commit.cache_clear()
    assert version.release() == f"{version.VERSION}+29a99d66"
    version.commit.cache_clear()


def test_outside_a_clone_and_a_package_there_is_the_version_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert version.commit_of_clone(tmp_path) is None
    monkeypatch.setattr(version, "commit", lambda: None)
    assert version.release() == version.VERSION
