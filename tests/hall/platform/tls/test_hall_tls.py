"""The hall's certificate: made once, renewed in time, refused where its files do not fit."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from hall.platform.tls.certificates import names_of
from hall.platform.tls.hall_tls import AUTHORITY, AUTHORITY_KEY, SERVER, SERVER_KEY, GivenTls, OwnTls, TlsError

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)


class Machine:
    """A machine whose clock and addresses change by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = NOW
        self.names = frozenset({"localhost", "10.0.0.5"})

    def start(self) -> OwnTls:
        return OwnTls(self.folder, "nizwa-1", lambda: self.names, lambda: self.now)

    def served(self) -> x509.Certificate:
        return x509.load_pem_x509_certificate((self.folder / SERVER).read_bytes())


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "tls")


def test_a_second_start_keeps_authority_and_certificate(machine: Machine) -> None:
    first = machine.start()
    served = machine.served()
    assert machine.start().authority_pem == first.authority_pem
    assert machine.served() == served


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_only_the_service_reads_the_keys(machine: Machine) -> None:
    machine.start()
    assert [(machine.folder / name).stat().st_mode & 0o777 for name in (AUTHORITY_KEY, SERVER_KEY)] == [0o600, 0o600]
    assert machine.folder.stat().st_mode & 0o777 == 0o700


def test_a_running_hall_renews_a_month_before_the_end(machine: Machine) -> None:
    tls = machine.start()
    context, served = tls.context, machine.served()
    machine.now += timedelta(days=360)
    tls.look()
    assert tls.context is context
    machine.now += timedelta(days=10)
    tls.look()
    assert tls.context is not context
    assert machine.served().not_valid_after_utc > served.not_valid_after_utc + timedelta(days=300)


def test_a_new_address_of_the_machine_comes_into_the_certificate(machine: Machine) -> None:
    tls = machine.start()
    machine.names |= {"10.0.0.77"}
    tls.look()
    assert "10.0.0.77" in names_of(machine.served())


@pytest.mark.allow_logs
def test_a_name_that_the_authority_may_not_vouch_for_is_left_out_and_told_once(
    machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    tls = machine.start()
    machine.names |= {"bank.example"}
    tls.look()
    tls.look()
    assert names_of(machine.served()) == {"localhost", "10.0.0.5"}
    assert [one.getMessage() for one in caplog.records if one.levelname == "WARNING"] == [
        "the hall's certificate does not stand for bank.example: its authority was made without them"
    ]


@pytest.mark.parametrize("lost", [SERVER, SERVER_KEY])
def test_half_a_server_pair_is_made_again(machine: Machine, lost: str) -> None:
    authority = machine.start().authority_pem
    (machine.folder / lost).unlink()
    assert machine.start().authority_pem == authority


@pytest.mark.parametrize("lost", [AUTHORITY, AUTHORITY_KEY])
def test_half_an_authority_is_refused_with_what_to_do(machine: Machine, lost: str) -> None:
    machine.start()
    (machine.folder / lost).unlink()
    with pytest.raises(TlsError, match="put the folder's copy back"):
        machine.start()


def test_the_key_of_another_authority_is_refused(machine: Machine, tmp_path: Path) -> None:
    machine.start()
    other = Machine(tmp_path / "other")
    other.start()
    shutil.copy(other.folder / AUTHORITY_KEY, machine.folder / AUTHORITY_KEY)
    with pytest.raises(TlsError, match=r"authority.key does not belong to authority.pem"):
        machine.start()


class Ministry(Machine):
    """The ministry's files, which somebody puts in their place."""

    def files(self) -> tuple[Path, Path, Path]:
        return self.folder / SERVER, self.folder / SERVER_KEY, self.folder / AUTHORITY

    def renew(self) -> None:
        (self.folder / SERVER).unlink()
        self.start()


def test_new_files_of_the_ministry_are_taken_without_a_restart(tmp_path: Path) -> None:
    ministry = Ministry(tmp_path)
    ministry.start()
    tls = GivenTls(*ministry.files())
    context = tls.context
    tls.look()
    assert tls.context is context
    ministry.renew()
    tls.look()
    assert tls.context is not context


def test_files_that_do_not_fit_leave_the_old_ones_in_use(tmp_path: Path) -> None:
    ministry = Ministry(tmp_path)
    ministry.start()
    tls = GivenTls(*ministry.files())
    context = tls.context
    (tmp_path / SERVER_KEY).write_text("half a file", encoding="ascii")
    for _look in range(2):
        with pytest.raises(TlsError, match="PEM files"):
            tls.look()
    assert tls.context is context
    ministry.renew()
    tls.look()
    assert tls.context is not context


def test_a_missing_file_of_the_ministry_is_named(tmp_path: Path) -> None:
    ministry = Ministry(tmp_path)
    ministry.start()
    (tmp_path / SERVER).unlink()
    with pytest.raises(TlsError, match=r"server.pem cannot be read"):
        GivenTls(*ministry.files())


def test_only_ciphers_with_forward_secrecy_are_offered(machine: Machine) -> None:
    ciphers = machine.start().context.get_ciphers()
    assert ciphers
    for one in ciphers:
        assert one["protocol"] == "TLSv1.3" or one["kea"] in {"kx-ecdhe", "kx-dhe"}, one["name"]
        assert one["aead"], one["name"]
