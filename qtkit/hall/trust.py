"""Whom a program trusts over HTTPS: the authority of its hall and nobody else, for every request of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtNetwork import QNetworkReply, QSslCertificate, QSslConfiguration, QSslError

from common.text.program_name import program_name

CERTIFICATE_REFUSED = "certificate_refused"
"""What the live link says where something answers at the hall's address that is not the hall."""
_PROPERTY = "refused_certificate"
_REFUSED = (
    "shows a certificate that is not of the hall that this device was paired with ({}): look at the address and "
    f"at the network; if the hall has a new authority, pair this device again ({program_name()} pair)"
)
_WRONG_TIME = "shows a certificate that is not valid at this machine's time ({}): set date and time of this machine"
_TIME_ERRORS = {QSslError.SslError.CertificateExpired, QSslError.SslError.CertificateNotYetValid}


class TrustError(OSError):
    """The file of the hall's authority holds no certificate."""


def trust_only(authority: Path) -> None:
    """Trust the authority of the file in every later request, and no longer those of the system; raise TrustError."""
    found = QSslCertificate.fromPath(str(authority))
    if not found:
        raise TrustError(f"{authority} holds no certificate: pair this device again ({program_name()} pair)")
    trusted = QSslConfiguration.defaultConfiguration()
    trusted.setCaCertificates(found)
    QSslConfiguration.setDefaultConfiguration(trusted)


def note_refused_certificate(reply: QNetworkReply, errors: list[QSslError]) -> None:
    """Keep at the reply why its certificate was refused; for the signal of a network access manager."""
    timely = [error for error in errors if error.error() in _TIME_ERRORS]
    # A certificate of a stranger may have ended, too: then the date is not what is wrong.
    told = _WRONG_TIME if len(timely) == len(errors) else _REFUSED
    reply.setProperty(_PROPERTY, told.format(", ".join(dict.fromkeys(error.errorString() for error in errors))))


def refused_certificate(reply: QNetworkReply) -> str:
    """Return in a sentence why the reply's certificate was refused and what to do; empty where it was not."""
    return str(reply.property(_PROPERTY) or "")
