"""Bring a machine to a new release, or leave it as it was: there is no third end, also when the power is cut.

The steps, in this order; `pause` is called after each with its name:

checked   the signature and the version are good             nothing is changed yet
unpacked  the release lies in its folder                     nothing uses it
begun     the journal names both versions                    a cut from here on goes back
stopped   the hall service is stopped
copied    the database is copied
switched  `current` leads to the new release                 a cut from here on also puts the copy back
started   the new program runs, on trial
healthy   it was well for the whole trial                    a cut from here on keeps the new release
kept      `good` leads to it, the journal is gone
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from commands.update.hall_unit import HallUnit
from commands.update.journal import (
    BEGUN,
    HEALTHY,
    SWITCHED,
    Journal,
    Outcome,
    end_journal,
    read_journal,
    write_journal,
)
from commands.update.release_folder import CURRENT, GOOD, ReleaseFolder, UpdateError
from common.clock.wall_clock import utc_now
from common.releases.signature import SignatureError, read_public_keys, verify_file


@dataclass(frozen=True)
class Updater:
    """One machine: its releases and its hall service. `tell` gets a line for people, `pause` the name of each step."""

    folder: ReleaseFolder
    hall: HallUnit
    tell: Callable[[str], None]
    pause: Callable[[str], None] = lambda _step: None

    def apply(self, file: Path, keys: Path) -> Outcome:
        """Install a release file and return how it ended; raise UpdateError when it is refused and nothing changed."""
        before = self.folder.linked(CURRENT)
        if before is None:
            raise UpdateError(f"{self.folder.root / CURRENT} leads to no release: install the packages first")
        if read_journal(self.folder.root) is not None:
            raise UpdateError("an update was cut off: finish it first with: main.py update --recover")
        try:
            verify_file(file, read_public_keys(keys))
        except SignatureError as error:
            raise UpdateError(str(error)) from error
        self._done("checked")
        after = self.folder.unpack(file)
        self._done("unpacked")
        self.folder.point(GOOD, before)
        journal = Journal(BEGUN, before, after)
        write_journal(self.folder.root, journal)
        self._done("begun")
        return self._switch(journal)

    def recover(self) -> Outcome | None:
        """Finish or undo an update that was cut off, before the hall service starts; None where there was none."""
        journal = read_journal(self.folder.root)
        self.folder.remove_drafts()
        if journal is None:
            return None
        if journal.step == HEALTHY:
            self.folder.point(CURRENT, journal.after)
            return self._keep(journal)
        return self._back(journal, "the machine lost its power or was stopped during the update")

    def _switch(self, journal: Journal) -> Outcome:
        try:
            self.hall.stop()
            self._done("stopped")
            journal = replace(journal, copy=self.hall.copy(self.folder.path(journal.before)))
            self._done("copied")
            # Before the link: from here on anybody may start the new program.
            journal = replace(journal, step=SWITCHED)
            write_journal(self.folder.root, journal)
            self.folder.point(CURRENT, journal.after)
            self._done("switched")
            self.hall.start()
            self._done("started")
            problem = self.hall.trial(journal.after, self.tell)
        except UpdateError as error:
            problem = str(error)
        if problem:
            self.tell(f"version {journal.after} does not work: {problem}")
            if journal.step == SWITCHED:
                self.hall.stop()
            outcome = self._back(journal, problem)
            self.hall.start()
            return outcome
        journal = replace(journal, step=HEALTHY)
        write_journal(self.folder.root, journal)
        self._done("healthy")
        outcome = self._keep(journal)
        self._done("kept")
        return outcome

    def _keep(self, journal: Journal) -> Outcome:
        self.folder.point(GOOD, journal.after)
        outcome = self._end(journal, "good", "")
        self.folder.remove_old()
        return outcome

    def _back(self, journal: Journal, reason: str) -> Outcome:
        """Go back to the release of before, and to its database where the new program may have changed it."""
        self.tell(f"going back to version {journal.before}")
        self.folder.point(CURRENT, journal.before)
        if journal.step == SWITCHED:
            self.hall.put_back(self.folder.path(journal.before), journal.copy)
        return self._end(journal, "failed", reason)

    def _end(self, journal: Journal, state: str, reason: str) -> Outcome:
        outcome = Outcome(journal.after, state, reason, utc_now().isoformat(timespec="seconds"))
        end_journal(self.folder.root, outcome)
        return outcome

    def _done(self, step: str) -> None:
        self.tell(f"step: {step}")
        self.pause(step)
