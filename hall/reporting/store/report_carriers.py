"""Deliver a report: into a folder, or by e-mail."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import formatdate
from pathlib import Path

from hall.reporting.model.report_ports import DeliveryFailedError, Enclosure
from hall.settings.model.report_plan import MailServer, ScheduledReport

TIMEOUT_S = 30.0


class FolderCarrier:
    """Writes each file into the report's folder, completely or not at all; a repeated delivery replaces the file."""

    def carry(self, report: ScheduledReport, _subject: str, enclosures: Sequence[Enclosure], _key: str) -> None:
        """Write the files; raise DeliveryFailedError."""
        folder = Path(report.folder)
        try:
            if not folder.is_dir():
                raise DeliveryFailedError(f"there is no folder {folder}: make it, or mount the share")
            for one in enclosures:
                _write(folder, one)
        except OSError as error:
            raise DeliveryFailedError(f"cannot write into {folder}: {error.strerror}") from error


class MailCarrier:
    """Sends the files to a mail server as one message; the same report and period have the same Message-ID."""

    def __init__(self, server: MailServer, trust: ssl.SSLContext | None = None, timeout_s: float = TIMEOUT_S) -> None:
        self._server, self._trust, self._timeout_s = server, trust, timeout_s

    def carry(self, report: ScheduledReport, subject: str, enclosures: Sequence[Enclosure], key: str) -> None:
        """Send the message; raise DeliveryFailedError."""
        message = message_of(self._server.sender, report.to, subject, enclosures, key)
        place = f"{self._server.host} port {self._server.port}"
        try:
            with self._connected() as server:
                refused = server.send_message(message)
        except smtplib.SMTPAuthenticationError as error:
            raise DeliveryFailedError(f"{place} refused user or password: {_as_text(error.smtp_error)}") from error
        except smtplib.SMTPRecipientsRefused as error:
            raise DeliveryFailedError(f"{place} refused all recipients: {', '.join(error.recipients)}") from error
        except smtplib.SMTPResponseException as error:
            raise DeliveryFailedError(f"{place} refused: {error.smtp_code} {_as_text(error.smtp_error)}") from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryFailedError(f"{place} cannot be reached, or the connection was lost: {error}") from error
        if refused:
            raise DeliveryFailedError(f"{place} refused {', '.join(refused)}; it accepted all other recipients")

    def _connected(self) -> smtplib.SMTP:
        mail = self._server
        trust = self._trust or ssl.create_default_context()
        if mail.tls == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=self._timeout_s, context=trust)
        else:
            server = smtplib.SMTP(mail.host, mail.port, timeout=self._timeout_s)
        try:
            if mail.tls == "starttls":
                server.starttls(context=trust)
            if mail.user:
                server.login(mail.user, _password(mail))
        except BaseException:
            server.close()
            raise
        return server


def message_of(sender: str, to: Sequence[str], subject: str, enclosures: Sequence[Enclosure], key: str) -> EmailMessage:
    """Return the message; its text is the subject and the names of the files."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, ", ".join(to), subject
    message["Date"] = formatdate()
    message["Message-ID"] = f"<{key}@dawr>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n".join([subject, "", *(one.name for one in enclosures)]))
    for one in enclosures:
        kind, _, below = one.media_type.partition(";")[0].partition("/")
        message.add_attachment(one.content, maintype=kind, subtype=below, filename=one.name)
    return message


def _write(folder: Path, one: Enclosure) -> None:
    part = folder / f".{one.name}.part"
    try:
        part.write_bytes(one.content)
        part.replace(folder / one.name)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _password(mail: MailServer) -> str:
    try:
        return Path(mail.password_file).read_text(encoding="utf-8").strip() if mail.password_file else ""
    except OSError as error:
        raise DeliveryFailedError(f"the password file {mail.password_file} cannot be read: {error.strerror}") from error


def _as_text(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
