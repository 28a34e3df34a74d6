"""A mark on disk while a piece of a ticket may hang in the printer, so that the next start cuts it off first.

A program that is killed cannot tidy up, and the one that starts cannot see what hangs: without the mark the next
visitor's paper would begin with a piece of another's ticket.
"""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

_LOG = logging.getLogger(__name__)


class BegunMark:
    """One printer's mark. A `path` of None keeps it for this process only.

    It costs a tap no wait for the disk, so after a power cut it may be missing; after a killed program it is there.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._told = False
        self.stands = path is not None and path.exists()

    def put(self) -> None:
        """Note that a ticket is begun. A disk that refuses is logged once and stops no ticket."""
        self.stands = True
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch()
        except OSError as error:
            if not self._told:
                _LOG.warning(
                    "%s cannot be written, a restart leaves a torn ticket in the printer: %s", self._path, error
                )
            self._told = True

    def take_away(self) -> None:
        """Note that nothing of a ticket hangs any more."""
        self.stands = False
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
