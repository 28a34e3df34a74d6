"""What may not be installed: each wrong file has its sentence, and the hall is not stopped for any of them."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.update.command import run
from commands.update.release_folder import CURRENT, ReleaseFolder
from common.releases.signature import SIGNATURE, make_keys, sign_file
from tests.helpers.hall_process import prepare_hall

pytestmark = pytest.mark.process
OLD, NEW = "0.1.0", "0.2.0"


class Machine:
    """A machine with an installed release and a hall of an open day; who stops its hall leaves a file."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder, self.stopped = folder, folder / "stopped"
        shutil.copytree(data, folder / "data")
        self.releases = ReleaseFolder(folder / "opt")
        self.releases.path(OLD).mkdir(parents=True)
        self.releases.point(CURRENT, OLD)
        (folder / "keys").mkdir()
        make_keys(folder / "release.key", folder / "keys" / "release.pub", None)
        make_keys(folder / "foreign.key", folder / "foreign.pub", None)
        (folder / "hall.toml").write_text(f'data = "{folder}/data"\n', encoding="utf-8")
        control = folder / "control"
        control.write_text(f"#!/bin/sh\ntouch {self.stopped}\n", encoding="utf-8")
        control.chmod(0o755)

    def pack(self, version: str, name: str, *, key: str = "release.key") -> Path:
        """Return a signed file of a release without programs: what is refused here is refused before it is unpacked."""
        source = self.folder / "source" / version
        source.mkdir(parents=True)
        (source / "main.py").write_bytes(bytes(8192))
        file = self.folder / name
        subprocess.run(["tar", "--create", "--file", file, "--directory", source.parent, version], check=True)
        shutil.rmtree(source)
        sign_file(file, self.folder / key)
        return file

    def update(self, *words: str) -> int:
        """Run the command as the person at the machine does."""
        options = ["--root", self.releases.root, "--keys", self.folder / "keys", "--control", self.folder / "control"]
        return run([*map(str, options), "--config", str(self.folder / "hall.toml"), *words])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data of a hall of an open day, to be copied."""
    return prepare_hall(tmp_path_factory.mktemp("hall")).data


@pytest.fixture
def machine(tmp_path: Path, data: Path) -> Iterator[Machine]:
    before = [(number, signal.getsignal(number)) for number in (signal.SIGTERM, signal.SIGHUP)]
    yield Machine(tmp_path, data)
    for number, handler in before:
        signal.signal(number, handler)


def test_what_may_not_be_installed_is_refused_and_the_hall_is_never_stopped(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    text = machine.folder / "text"
    text.write_text("no release", encoding="utf-8")
    sign_file(text, machine.folder / "release.key")
    cut, unsigned = machine.pack(NEW, "cut.tar"), machine.pack(NEW, "unsigned.tar")
    cut.write_bytes(cut.read_bytes()[:-4096])
    unsigned.with_name(unsigned.name + SIGNATURE).unlink()
    for file, why in (
        (machine.pack("0.0.9", "older.tar"), "is not newer"),
        (machine.pack(OLD, "the-same.tar"), "is not newer"),
        (text, "is not a release file"),
        (cut, "cut short"),
        (unsigned, "no signature"),
        (machine.pack(NEW, "foreign.tar", key="foreign.key"), "signed by someone else"),
    ):
        assert machine.update(str(file), "--now") == 2, file.name
        assert why in capsys.readouterr().err
        assert not machine.stopped.exists(), file.name
        assert [path.name for path in machine.releases.releases.iterdir()] == [OLD]


def test_on_an_open_day_nothing_is_installed_without_the_word_now(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert machine.update(str(machine.pack(NEW, "good.tar"))) == 2
    assert "not now: the service day" in capsys.readouterr().err
    assert not machine.stopped.exists()
