"""The two ways out of a hall for a report: into a folder, or by e-mail."""

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
    """Writes the files into the report's folder: whole or not at all, and the same file again under the same name."""

    def carry(self, report: ScheduledReport, _subject: str, enclosures: Sequence[Enclosure], _key: str) -> None:
        """Write the files; raise DeliveryFailedError."""
        folder = Path(report.folder)
        try:
            if not folder.is_dir():
                raise DeliveryFailedError(f"there is no folder {folder}: make it, or mount the share")
            for one in enclosures:
                _write(folder, one)
        except OSError as error:
            raise DeliveryFailedError(f"{folder} takes no file: {error.strerror}") from error


class MailCarrier:
    """Hands the files to a mail server as one message; its Message-ID is the same for the same report and period."""

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
            raise DeliveryFailedError(f"{place} does not know user or password: {_said(error.smtp_error)}") from error
        except smtplib.SMTPRecipientsRefused as error:
            raise DeliveryFailedError(f"{place} takes none of the receivers: {', '.join(error.recipients)}") from error
        except smtplib.SMTPResponseException as error:
            raise DeliveryFailedError(f"{place} refused: {error.smtp_code} {_said(error.smtp_error)}") from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryFailedError(f"{place} cannot be reached or broke off: {error}") from error
        if refused:
            raise DeliveryFailedError(f"{place} did not take it for {', '.join(refused)}; the others have it")

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
    """Return the message, its text being the subject and the names of the files."""
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


def _said(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
