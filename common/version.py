"""Which Dawr this is: its version and its commit. Everything that shows a version takes it from here. Stdlib only."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

VERSION = "0.2.0"
COMMIT_FILE = Path(__file__).with_name("commit.txt")
"""Where packages keep the commit they were built from; in a clone git knows it."""
_ROOT = Path(__file__).resolve().parents[1]
_SHORT = 8


def user_agent() -> str:
    """Return how a program of Dawr names itself in its HTTP requests, as `dawr/0.2.0+29a99d66`."""
    return f"dawr/{release()}"


def version_of_agent(agent: str) -> str | None:
    """Return the version that a program of Dawr named, or None where another program asks.

    >>> version_of_agent("dawr/0.2.0+29a99d66"), version_of_agent("Mozilla/5.0")
    ('0.2.0+29a99d66', None)
    """
    name, _, version = agent.partition("/")
    return version if name == "dawr" and re.fullmatch(r"[0-9.]{1,20}(\+[0-9a-z]{1,19})?", version, re.ASCII) else None


def release() -> str:
    """Return the version with the commit where it is known, as `0.2.0+29a99d66`."""
    known = commit()
    return VERSION if known is None else f"{VERSION}+{known}"


@cache
def commit() -> str | None:
    """Return the first eight digits of the commit, or None outside a clone and a package."""
    if COMMIT_FILE.exists():
        return COMMIT_FILE.read_text(encoding="utf-8").strip() or None
    return commit_of_clone(_ROOT)


def commit_of_clone(root: Path) -> str | None:
    """Return the commit that a clone stands at, read from git's own files; None where `root` is no clone.

    Not by `git`: it refuses to read a clone that belongs to another user, as an installed one does.
    """
    git = root / ".git"
    try:
        if git.is_file():  # a worktree: the file names its folder
            git = root / git.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
        head = (git / "HEAD").read_text(encoding="utf-8").strip()
        return (_resolved(git, head.removeprefix("ref: ")) if head.startswith("ref: ") else head)[:_SHORT]
    except (OSError, LookupError):
        return None


def _resolved(git: Path, reference: str) -> str:
    """Return the commit of a branch. Raise LookupError where there is none yet."""
    shared = git / "commondir"
    folder = git / shared.read_text(encoding="utf-8").strip() if shared.exists() else git
    if (folder / reference).exists():
        return (folder / reference).read_text(encoding="utf-8").strip()
    packed = (folder / "packed-refs").read_text(encoding="utf-8").splitlines()
    return {name: found for found, _, name in (line.partition(" ") for line in packed)}[reference]
