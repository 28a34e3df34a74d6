"""Renew the device's token: ask the hall each day for the next one, and write it to the token's file."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from common.files.token_file import TokenFile
from contracts.codec.reader import from_json
from contracts.queue.answers import Problem
from contracts.token_renewal import RenewedToken
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)

ASK_MS = 24 * 3600 * 1000
AGAIN_MS = 10 * 60 * 1000
"""After this long it asks again where the hall did not answer."""


class TokenRenewal(QObject):
    """Asks by `calls`, which speak as the device. The program uses the next token from its next start on.

    Until the hall was asked with that one, the current one stays good: a power cut at any moment does no harm.
    """

    def __init__(self, calls: HallCalls, token: str, file: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._file = None if file is None else TokenFile(file, token)
        self._timer = QTimer(self)
        self._timer.setObjectName("token_renewal")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)

    def start(self) -> None:
        """Ask now and each day; without a file that could keep a new token, never."""
        if self._file is not None:
            self.ask()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._file = None

    def ask(self) -> None:
        """Ask the hall once."""
        self._calls.call("POST", "/devices/self/token", None, self._take)

    def _take(self, answer: Answer | None, problem: Problem | None) -> None:
        if self._file is None:
            return
        self._timer.start(AGAIN_MS if problem is not None else ASK_MS)
        if problem is not None:
            return
        try:
            renewed = from_json(RenewedToken, answer)
            if renewed.token and self._file.replace(renewed.token):
                log.info("this device has a new token, for its next start")
        except (ValueError, OSError) as error:
            log.warning("the new token of this device cannot be kept in %s: %s", self._file.path, error)
