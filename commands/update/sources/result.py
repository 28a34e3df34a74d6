"""What a machine tells of a release: to the centre, or to its hall."""

from __future__ import annotations

from datetime import UTC, datetime

from commands.update.journal import Outcome
from commands.update.problem import Problem
from commands.update.release_folder import CURRENT, ReleaseFolder
from common.clock.wall_clock import utc_now
from contracts.releases import ReleaseResult
from contracts.words.releases import ReleaseState


def result_now(state: ReleaseState, problem: Problem | None) -> ReleaseResult:
    """Return how far a release is at this moment."""
    if problem is None:
        return ReleaseResult(state, utc_now())
    return ReleaseResult(state, utc_now(), _one_line(problem.text), problem.code)


def standing_result(
    folder: ReleaseFolder, newest: Outcome | None, asked: str | None
) -> tuple[str, ReleaseResult] | None:
    """Return the version of the newest update and how it ended, the same at each run.

    A version that is asked about and in place counts as installed, whatever has put it there.
    """
    current = folder.linked(CURRENT)
    installed = newest is not None and (newest.version, newest.state) == (current, "good")
    if asked is not None and asked == current and not installed:
        since = datetime.fromtimestamp((folder.root / CURRENT).lstat().st_mtime, UTC)
        return current, ReleaseResult(ReleaseState.UPDATED, since)
    if newest is None:
        return None
    state = ReleaseState.UPDATED if newest.state == "good" else ReleaseState.FAILED
    at = datetime.fromisoformat(newest.at)
    return newest.version, ReleaseResult(state, at, _one_line(newest.reason), newest.code)


def _one_line(text: str) -> str:
    """Return a sentence without the letters that no message may have: it may be what another program printed."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()
