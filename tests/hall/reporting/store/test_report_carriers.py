"""Reports into a real folder and to a real mail server in the test's own process."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from hall.reporting.model.report_ports import DeliveryFailedError, Enclosure
from hall.reporting.store.report_carriers import FolderCarrier, MailCarrier
from hall.settings.model.report_plan import MailServer, ScheduledReport
from tests.helpers.ports import free_port

FILES = [
    Enclosure("dawr-day.pdf", "application/pdf", b"%PDF-1.4 report"),
    Enclosure("dawr-day.csv", "text/csv; charset=utf-8", "\ufeffالمراجعات,46\r\n".encode()),
]


class MailServerInTheTest:
    """Takes messages, or refuses them as the test wants."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.answer = "250 taken"
        self.unknown: tuple[str, ...] = ()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.unknown:
            return "550 nobody here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        if self.answer.startswith("250"):
            self.taken.append(message_from_bytes(envelope.content, policy=default))
        return self.answer


def known(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword) -> AuthResult:
    return AuthResult(success=(data.login, data.password) == (b"hall", b"s3cret"), handled=False)


@pytest.fixture
def inbox() -> MailServerInTheTest:
    return MailServerInTheTest()


@pytest.fixture
def port(inbox: MailServerInTheTest) -> Iterator[int]:
    controller = Controller(
        inbox,
        hostname="127.0.0.1",
        port=free_port(),  # the library knocks at the one that it was given: it cannot be 0
        authenticator=known,
        auth_require_tls=False,
        decode_data=False,
        auth_exclude_mechanism=["LOGIN"],
    )
    controller.start()
    yield controller.port
    controller.stop()


def mail(port: int, user: str = "", password_file: str = "") -> MailCarrier:
    server = MailServer("127.0.0.1", port, "none", user, password_file, "hall@example.om")
    return MailCarrier(server, timeout_s=5)


REPORT = ScheduledReport("daily", to=("head@example.om", "ministry@example.om"))


def test_a_message_carries_the_files_and_a_number_that_a_second_one_would_have_too(
    inbox: MailServerInTheTest, port: int
) -> None:
    for _ in range(2):
        mail(port).carry(REPORT, "قاعة مسقط · مؤشرات اليوم", FILES, "muscat.daily.2026-11-24")
    one, again = inbox.taken
    assert one["Message-ID"] == again["Message-ID"] == "<muscat.daily.2026-11-24@dawr>"
    assert (one["Subject"], one["From"]) == ("قاعة مسقط · مؤشرات اليوم", "hall@example.om")
    assert one["To"] == "head@example.om, ministry@example.om"
    found = {part.get_filename(): part.get_content() for part in one.iter_attachments()}  # type: ignore[attr-defined]
    assert found["dawr-day.pdf"] == FILES[0].content
    assert set(found) == {"dawr-day.pdf", "dawr-day.csv"}


@pytest.mark.allow_logs  # the test's server logs a warning
def test_a_user_signs_in_with_the_password_of_his_file(inbox: MailServerInTheTest, port: int, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("s3cret\n")
    mail(port, "hall", str(tmp_path / "password")).carry(REPORT, "report", FILES, "key")
    assert len(inbox.taken) == 1
    (tmp_path / "password").write_text("wrong")
    with pytest.raises(DeliveryFailedError, match="refused user or password"):
        mail(port, "hall", str(tmp_path / "password")).carry(REPORT, "report", FILES, "key")
    with pytest.raises(DeliveryFailedError, match=r"password file .* cannot be read"):
        mail(port, "hall", str(tmp_path / "none")).carry(REPORT, "report", FILES, "key")


def test_what_the_server_refuses_is_told_in_its_words(inbox: MailServerInTheTest, port: int) -> None:
    inbox.answer = "452 mailbox full"
    with pytest.raises(DeliveryFailedError, match="refused: 452 mailbox full"):
        mail(port).carry(REPORT, "report", FILES, "key")
    inbox.answer, inbox.unknown = "250 OK", ("ministry@example.om",)
    with pytest.raises(DeliveryFailedError, match=r"refused ministry@example\.om; it accepted all other recipients"):
        mail(port).carry(REPORT, "report", FILES, "key")
    inbox.unknown = REPORT.to
    with pytest.raises(DeliveryFailedError, match="refused all recipients"):
        mail(port).carry(REPORT, "report", FILES, "key")


def test_a_server_that_is_not_there_or_speaks_no_tls_is_named(port: int) -> None:
    with pytest.raises(DeliveryFailedError, match=r"127\.0\.0\.1 port 1 cannot be reached"):
        mail(1).carry(REPORT, "report", FILES, "key")
    sealed = MailServer("127.0.0.1", port, "starttls", "", "", "hall@example.om")
    with pytest.raises(DeliveryFailedError, match="cannot be reached, or the connection was lost"):
        MailCarrier(sealed, timeout_s=5).carry(REPORT, "report", FILES, "key")


def test_files_are_written_whole_and_the_same_again_is_one_file(tmp_path: Path) -> None:
    report = ScheduledReport("daily", folder=str(tmp_path))
    for _ in range(2):
        FolderCarrier().carry(report, "report", FILES, "key")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {one.name: one.content for one in FILES}


def test_a_folder_that_is_missing_or_takes_nothing_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeliveryFailedError, match=r"there is no folder .*share: make it, or mount the share"):
        FolderCarrier().carry(ScheduledReport("daily", folder=str(tmp_path / "share")), "report", FILES, "key")
    (tmp_path / FILES[0].name).mkdir()
    with pytest.raises(DeliveryFailedError, match=r"cannot write into .*: Is a directory"):
        FolderCarrier().carry(ScheduledReport("daily", folder=str(tmp_path)), "report", FILES, "key")
    assert [file.name for file in tmp_path.iterdir()] == [FILES[0].name]


def test_a_share_that_cannot_be_looked_at_is_named(tmp_path: Path) -> None:
    round_about = tmp_path / "share"
    round_about.symlink_to(tmp_path / ("x" * 300))  # a name that no file system takes: the look itself fails
    with pytest.raises(DeliveryFailedError, match=r"cannot write into .*: File name too long"):
        FolderCarrier().carry(ScheduledReport("daily", folder=str(round_about)), "report", FILES, "key")
