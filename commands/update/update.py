"""Bring a machine to a new release, or leave it as it was: there is no third end, also when the power is cut.

The steps, in this order; `pause` is called after each with its name:

checked   the signature and the version are good             nothing is changed yet
unpacked  the release lies in its folder                     nothing uses it
begun     the journal names both versions                    a cut from here on changes nothing
stopped   the service is stopped
copied    the database is copied, where there is one
switched  `current` leads to the new release                 a cut from here on goes back and puts the copy back
started   the new program runs, on trial
healthy   it was well for the whole trial                    a cut from here on keeps the new release
kept      `good` leads to it, the journal is gone
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from commands.update.journal import (
    BEGUN,
    HEALTHY,
    LOCK,
    SWITCHED,
    Journal,
    Outcome,
    drop_journal,
    end_journal,
    read_journal,
    write_journal,
)
from commands.update.problem import BusyError, Problem, UnfinishedError, UnsignedError, UpdateError, problem_of
from commands.update.release_folder import CURRENT, GOOD, ReleaseFolder
from common.clock.wall_clock import utc_now
from common.files.lock_file import FileLock
from common.releases.signature import SignatureError, read_public_keys, verify_file
from common.text.program_name import program_name
from contracts.words.releases import ReleaseProblem


class Unit(Protocol):
    """The service that a machine updates: the hall service, a kiosk, a board, or a counter PC's program."""

    def stop(self) -> None:
        """Stop it; raise UpdateError when that fails."""
        ...

    def start(self) -> None:
        """Start it without waiting until it is up; raise UpdateError when that fails."""
        ...

    def copy(self, program: Path) -> str:
        """Copy its database with the program of a release; return the file of the copy, empty where it has none."""
        ...

    def put_back(self, program: Path, copy: str) -> None:
        """Put the copy back with the program of the release that made it."""
        ...

    def trial(self, version: str, tell: Callable[[str], None]) -> Problem | None:
        """Watch the started service; return why it is not well, or None when this version was well long enough."""
        ...


AT_WORK = "an update is at work"
LOST_POWER = Problem(ReleaseProblem.POWER_LOST, "the machine lost its power or was stopped during the update")


@dataclass(frozen=True)
class Updater:
    """One machine: its releases and the service that is updated.

    `tell` gets a line for people, `pause` the name of each step.
    """

    folder: ReleaseFolder
    unit: Unit
    tell: Callable[[str], None]
    pause: Callable[[str], None] = lambda _step: None

    def apply(self, file: Path, keys: Path) -> Outcome:
        """Install a release file and return how it ended.

        Raise UpdateError or OSError when nothing is changed, UnfinishedError when going back failed.
        """
        before = self.folder.linked(CURRENT)
        if before is None:
            raise UpdateError(f"{self.folder.root / CURRENT} leads to no release: install the packages first")
        lock = FileLock(self.folder.root / LOCK)
        if not lock.take():
            raise BusyError(AT_WORK)
        try:
            after = self._unpack(file, keys)
            return self._switch(self._stop_and_copy(before, after), lock)
        finally:
            lock.leave()

    def recover(self) -> Outcome | None:
        """Finish or undo an update that was cut off, before the hall service starts; None where there was none.

        The start of the new program in its trial also asks for a recovery; the lock keeps it from undoing the update.
        """
        lock = FileLock(self.folder.root / LOCK)
        if not lock.take():
            self.tell(AT_WORK)
            return None
        try:
            return self._recover()
        finally:
            lock.leave()

    def _recover(self) -> Outcome | None:
        journal = read_journal(self.folder.root)
        self.folder.remove_drafts()
        if journal is None:
            return None
        if journal.step == BEGUN:
            self.tell(f"the update to version {journal.after} was cut off before it changed anything")
            drop_journal(self.folder.root)
            return None
        if journal.step == HEALTHY:
            self.folder.point(CURRENT, journal.after)
            return self._keep(journal)
        return self._back(journal, LOST_POWER)

    def _unpack(self, file: Path, keys: Path) -> str:
        """Check the file, unpack it and return its version."""
        if read_journal(self.folder.root) is not None:
            raise BusyError(f"an update was cut off: finish it first with: {program_name()} update --recover")
        try:
            verify_file(file, read_public_keys(keys))
        except SignatureError as error:
            raise UnsignedError(str(error)) from error
        self._done("checked")
        after = self.folder.unpack(file)
        self._done("unpacked")
        return after

    def _stop_and_copy(self, before: str, after: str) -> Journal:
        """Stop the hall and copy its database; where that breaks off, start it again: it may work the next time."""
        root = self.folder.root
        self.folder.point(GOOD, before)
        journal = Journal(BEGUN, before, after)
        try:
            write_journal(root, journal)
            self._done("begun")
            self.unit.stop()
            self._done("stopped")
            journal = replace(journal, step=SWITCHED, copy=self.unit.copy(self.folder.path(before)))
            self._done("copied")
            # Before the link: from here on anybody may start the new program.
            write_journal(root, journal)
        except BaseException:
            try:
                drop_journal(root)
            finally:
                self._start_again()
            raise
        return journal

    def _switch(self, journal: Journal, lock: FileLock) -> Outcome:
        healthy = replace(journal, step=HEALTHY)
        try:
            self.folder.point(CURRENT, journal.after)
            self._done("switched")
            self.unit.start()
            self._done("started")
            problem = self.unit.trial(journal.after, self.tell)
            if problem is None:
                write_journal(self.folder.root, healthy)
        except (UpdateError, OSError) as error:
            problem = problem_of(error)
        except BaseException as error:
            text = f"the update broke off: {type(error).__name__} {error}".rstrip()
            self._undo(journal, Problem(ReleaseProblem.POWER_LOST, text), lock)
            raise
        if problem is not None:
            return self._undo(journal, problem, lock)
        try:
            self._done("healthy")
            outcome = self._keep(healthy)
            self._done("kept")
        except OSError as error:
            raise UnfinishedError(
                f"version {journal.after} runs; {program_name()} update --recover must end: {error}"
            ) from error
        return outcome

    def _undo(self, journal: Journal, problem: Problem, lock: FileLock) -> Outcome:
        """Stop the new program and go back; start the hall, however that ends."""
        try:
            self.tell(f"version {journal.after} does not work: {problem.text}")
            self.unit.stop()
            return self._back(journal, problem)
        except (UpdateError, OSError) as error:
            raise UnfinishedError(f"going back to version {journal.before} failed: {error}") from error
        finally:
            lock.leave()  # the start of the hall asks for a recovery, which tries again what failed here
            self._start_again()

    def _start_again(self) -> None:
        try:
            self.unit.start()
        except (UpdateError, OSError) as error:
            raise UnfinishedError(f"the service is stopped: {error}") from error

    def _keep(self, journal: Journal) -> Outcome:
        self.folder.point(GOOD, journal.after)
        outcome = self._end(journal, "good", None)
        self.folder.remove_old()
        return outcome

    def _back(self, journal: Journal, reason: Problem) -> Outcome:
        """Go back to the release of before, and to its database, which the new program may have changed."""
        self.tell(f"going back to version {journal.before}")
        self.folder.point(CURRENT, journal.before)
        self.unit.put_back(self.folder.path(journal.before), journal.copy)
        return self._end(journal, "failed", reason)

    def _end(self, journal: Journal, state: str, reason: Problem | None) -> Outcome:
        text, code = (reason.text, reason.code.value) if reason else ("", "")
        outcome = Outcome(journal.after, state, text, utc_now().isoformat(timespec="seconds"), code)
        end_journal(self.folder.root, outcome)
        return outcome

    def _done(self, step: str) -> None:
        self.tell(f"step: {step}")
        self.pause(step)
