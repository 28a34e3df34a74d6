"""Backups to another machine by the ordinary ssh client, tried against a real ssh server on this machine."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from commands.backup import command, restore
from commands.backup.places import SshLimits, SshPlace
from hall.platform.db.engine import StoreError
from hall.platform.db.files.copies import copies_in
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall
from tests.helpers.ports import free_port
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full


@dataclass(frozen=True)
class Remote:
    """Another machine: the address of its folder, the folder itself, and what our ssh client needs."""

    address: str
    folder: Path
    ssh_config: Path


@pytest.fixture
def remote(tmp_path: Path) -> Iterator[Remote]:
    server = shutil.which("sshd", path="/usr/sbin:/usr/bin")
    assert server, "these tests need an ssh server: apt install openssh-server"
    Path("/run/sshd").mkdir(exist_ok=True)
    for name in ("host", "client"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    (tmp_path / "authorized").write_bytes((tmp_path / "client.pub").read_bytes())
    port = free_port()
    sshd = tmp_path / "sshd_config"
    sshd.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\nAuthorizedKeysFile {tmp_path}/authorized\n"
        f"PidFile {tmp_path}/sshd.pid\nStrictModes no\nPasswordAuthentication no\nSubsystem sftp internal-sftp\n"
    )
    client = tmp_path / "ssh_config"
    client.write_text(
        f"IdentityFile {tmp_path}/client\nStrictHostKeyChecking accept-new\nUserKnownHostsFile {tmp_path}/known\n"
    )
    folder = tmp_path / "other machine's disk"
    folder.mkdir()
    with (tmp_path / "sshd.log").open("wb") as log:
        process = subprocess.Popen([server, "-D", "-e", "-f", str(sshd)], stderr=log)
    try:
        address = f"ssh://{getpass.getuser()}@127.0.0.1:{port}{str(folder).replace(' ', '%20')}"
        place = SshPlace(address, client)
        until(lambda: answers(place), "the ssh server answers", (tmp_path / "sshd.log").read_text)
        yield Remote(address, folder, client)
    finally:
        process.terminate()
        process.wait(10)


def answers(place: SshPlace) -> bool:
    try:
        return place.names() == []
    except StoreError:
        return False


@pytest.fixture
def hall(tmp_path: Path) -> PreparedHall:
    (tmp_path / "hall").mkdir()
    return prepare_hall(tmp_path / "hall", tickets=3)


@pytest.mark.parametrize("client", ["rsync", "scp"])
def test_a_copy_reaches_the_other_machine_and_comes_back(
    hall: PreparedHall, remote: Remote, client: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if client == "scp":
        monkeypatch.setattr("commands.backup.places.shutil.which", lambda _name: None)
    options = ["--data", str(hall.data), "--ssh-config", str(remote.ssh_config)]
    with HallProcess(hall) as running:
        assert running.issue().json()["ticket"] == "A004"
        assert command.run([*options, "--to", remote.address]) == 0
    (copy,) = remote.folder.iterdir()
    assert copies_in(remote.folder) == [copy]
    hall.database.unlink()
    assert restore.run([*options, remote.address]) == 0
    with HallProcess(hall) as back:
        assert back.issue().json()["ticket"] == "A101"
    hall.database.unlink()
    assert restore.run([*options, f"{remote.address}/{copy.name}"]) == 0


def test_a_machine_that_is_away_or_has_no_such_folder_fails_with_its_name(
    hall: PreparedHall, remote: Remote, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--data", str(hall.data), "--ssh-config", str(remote.ssh_config)]
    for wrong in (f"{remote.address}/none", f"ssh://127.0.0.1:9{remote.folder}"):
        assert command.run([*options, "--to", wrong]) == 2
        assert "to " in (said := capsys.readouterr().err)
        assert "127.0.0.1 failed" in said
    assert list(remote.folder.iterdir()) == []


def descendants(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [one for child in map(int, children) for one in (child, *descendants(child))]


def freeze_session(server: int) -> None:
    """Stop the processes that serve a connection, once its command runs, as a frozen machine would."""
    until(lambda: len(descendants(server)) >= 2, "a session works", lambda: descendants(server), timeout_s=60)
    for session in descendants(server):
        os.kill(session, signal.SIGSTOP)


def test_a_machine_that_never_finishes_or_freezes_fails_in_time(remote: Remote, tmp_path: Path) -> None:
    authorized = tmp_path / "authorized"
    authorized.write_text(f'command="sleep 60" {authorized.read_text()}')
    with pytest.raises(StoreError, match="was not done within 2 s"):
        SshPlace(remote.address, remote.ssh_config, SshLimits(ask_s=2)).names()
    server = int((tmp_path / "sshd.pid").read_text())
    until(lambda: not descendants(server), "the first session ended", lambda: descendants(server), timeout_s=90)
    freezes = threading.Thread(target=freeze_session, args=(server,))
    freezes.start()
    try:
        with pytest.raises(StoreError, match=r"ssh to .* failed"):
            SshPlace(remote.address, remote.ssh_config, SshLimits(alive_s=1, ask_s=50)).names()
    finally:
        freezes.join()
        for session in descendants(server):
            os.kill(session, signal.SIGKILL)


@pytest.mark.parametrize("address", ["ssh://", "ssh://host", "ssh://host/", "ssh://-oProxyCommand=x/y"])
def test_an_address_without_machine_or_folder_is_refused(address: str) -> None:
    with pytest.raises(StoreError):
        SshPlace(address)
