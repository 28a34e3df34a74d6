"""Whom Qt trusts in a test's process, put back."""

from __future__ import annotations

from PySide6.QtNetwork import QSslConfiguration


def trust_the_system() -> None:
    """Trust the system's authorities, as Qt does in a new process."""
    trusted = QSslConfiguration.defaultConfiguration()
    trusted.setCaCertificates(QSslConfiguration.systemCaCertificates())
    QSslConfiguration.setDefaultConfiguration(trusted)
