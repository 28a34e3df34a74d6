"""The one network access manager of a program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QNetworkAccessManager

from qtkit.hall.trust import note_refused_certificate

_NAME = "hall_network"


def network_of_program() -> QNetworkAccessManager:
    """Return the application's network access manager, made at the first call and living as long as the application.

    WORKAROUND: a manager that is destroyed soon after an answer leaves events of its network thread behind for objects
    that are gone, and Qt 6.11.3 crashes when the loop delivers them (some 1 in 50). So nobody owns one for himself.
    """
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("the network needs a QApplication: make it first")
    found = app.findChild(QNetworkAccessManager, _NAME)
    if found is None:
        found = QNetworkAccessManager(app)
        found.setObjectName(_NAME)
        found.sslErrors.connect(note_refused_certificate)
    return found
