"""Fetch the files of the hall's emblem as soon as the hall names them, and again when they change."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkReply, QNetworkRequest

from contracts.settings.hall_view import BrandView
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.network import network_of_program

log = logging.getLogger(__name__)
_TIME_OUT_MS = 10_000
_TRY_AGAIN_MS = 30_000


class Emblems(QObject):
    """Keeps the emblem's files for the grounds a program draws on; `changed(ground, file)` has b"" for none."""

    changed = Signal(str, bytes)

    def __init__(self, addresses: HallAddresses, grounds: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._addresses, self._grounds = addresses, grounds
        self._paths: dict[str, str] = {}
        self._open: dict[str, QNetworkReply] = {}
        self._brand = BrandView()
        self._again = QTimer(self)
        self._again.setObjectName("emblem_again")
        self._again.setSingleShot(True)
        self._again.setInterval(_TRY_AGAIN_MS)
        self._again.timeout.connect(lambda: self.follow(self._brand))

    def follow(self, brand: BrandView) -> None:
        """Use the hall's current brand."""
        self._brand = brand
        for ground in self._grounds:
            path = brand.emblems.get(ground, "")
            if path == self._paths.get(ground, ""):
                continue
            self._paths[ground] = path
            if path:
                self._fetch(ground, path)
            else:
                self.changed.emit(ground, b"")

    def stop(self) -> None:
        """Give up what is under way."""
        self._again.stop()
        given_up, self._open = self._open, {}
        for reply in given_up.values():
            reply.abort()
            reply.deleteLater()

    def _fetch(self, ground: str, path: str) -> None:
        request = QNetworkRequest(QUrl(self._addresses.current + path))
        request.setTransferTimeout(_TIME_OUT_MS)
        reply = network_of_program().get(request)
        self._open[path] = reply
        # The closure holds a path, not the reply: a reply held by its own connection crashes when it goes.
        reply.finished.connect(lambda: self._finished(ground, path))

    def _finished(self, ground: str, path: str) -> None:
        reply = self._open.pop(path, None)
        if reply is None:
            return  # given up
        reply.deleteLater()
        if reply.error() != QNetworkReply.NetworkError.NoError:
            log.warning("the emblem %s could not be read: %s", path, reply.errorString())
            self._paths.pop(ground, None)
            self._again.start()
        elif self._paths.get(ground) == path:
            self.changed.emit(ground, bytes(reply.readAll().data()))
