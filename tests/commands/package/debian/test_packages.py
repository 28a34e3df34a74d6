"""The Debian packages: what is in them, and the same bytes from the same source."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from commands.package.command import run
from commands.package.debian.release import DEBIANS, PROGRAMS, version_of
from commands.package.debian.roles import ROLES
from tests.commands.package.test_parts import wheel

ROOT = Path(__file__).resolve().parents[4]
VERSION = version_of(ROOT)
RELEASE = f"opt/dawr/releases/{VERSION}"

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")


def build(folder: Path, epoch_s: str = "1790000000") -> dict[str, Path]:
    """Return the packages by name, built with two small wheels."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    wheel(wheels, "one", "one/__init__.py")
    wheel(wheels, "PySide6_Essentials", "PySide6/QtCore.abi3.so")
    out = folder / "out"
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = epoch_s
    try:
        assert run(["deb", "--for", "debian13", "--out", str(out), "--wheels", str(wheels)]) == 0
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH") if before is None else os.environ.update(SOURCE_DATE_EPOCH=before)
    return {path.name.partition("_")[0]: path for path in out.glob("*.deb")}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(tmp_path_factory.mktemp("packages"))


def field(package: Path, name: str) -> str:
    return subprocess.run(
        ["dpkg-deb", "--field", str(package), name], capture_output=True, text=True, check=True
    ).stdout.strip()


def listing(package: Path) -> dict[str, str]:
    """Return each file of a package with its rights and owner."""
    told = subprocess.run(["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True).stdout
    lines = [line.split(maxsplit=5) for line in told.splitlines()]
    return {words[5].removeprefix("./"): f"{words[0]} {words[1]}" for words in lines}


def test_there_is_a_package_for_the_release_and_one_for_each_role(packages: dict[str, Path]) -> None:
    assert set(packages) == {"dawr", *(f"dawr-{role}" for role in ROLES)}
    assert {"hall", "kiosk", "board", "counter", "centre"} <= set(ROLES)
    for role in ROLES:
        assert f"dawr (= {VERSION}+deb13)" in field(packages[f"dawr-{role}"], "Depends")


def test_the_release_holds_programs_packages_texts_and_no_tests(packages: dict[str, Path]) -> None:
    inside = listing(packages["dawr"])
    for path in ("main.py", "hall/__init__.py", ".venv/pyvenv.cfg", "bin/dawr", ".venv/.dawr-run"):
        assert f"{RELEASE}/{path}" in inside
    assert f"{RELEASE}/.venv/lib/python3.13/site-packages/one/__init__.py" in inside
    assert f"{RELEASE}/.venv/bin/python -> /usr/bin/python3.13" in inside
    assert "usr/bin/dawr -> /opt/dawr/current/bin/dawr" in inside
    assert any(re.search(r"i18n/compiled/kiosk_ar_\w+\.qm$", path) for path in inside)
    assert not [path for path in inside if re.search(r"/(tests|tools|bench|__pycache__|pictures)/", path)]


def test_every_file_belongs_to_root_and_only_root_may_write_it(packages: dict[str, Path]) -> None:
    for package in packages.values():
        for path, rights in listing(package).items():
            assert rights.endswith("root/root"), path
            assert rights.startswith("l") or rights[5] == rights[8] == "-", path


@pytest.mark.parametrize("role", [name for name, role in ROLES.items() if role.conffiles])
def test_settings_are_kept_at_an_upgrade_and_not_readable_by_all(packages: dict[str, Path], role: str) -> None:
    told = subprocess.run(
        ["dpkg-deb", "--info", str(packages[f"dawr-{role}"]), "conffiles"], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ROLES[role].conffiles
    for path in ROLES[role].conffiles:
        assert listing(packages[f"dawr-{role}"])[path[1:]].startswith("-rw-r-----")


@pytest.mark.full
def test_two_builds_in_two_places_give_the_same_bytes(packages: dict[str, Path], tmp_path: Path) -> None:
    again = build(tmp_path)
    assert {name: path.read_bytes() for name, path in packages.items()} == {
        name: path.read_bytes() for name, path in again.items()
    }


def build_file(folder: Path) -> Path:
    """Return a release file, built with one small wheel."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    wheel(wheels, "one", "one/__init__.py")
    assert run(["release", "--for", "debian13", "--out", str(folder / "out"), "--wheels", str(wheels)]) == 0
    return folder / "out" / f"dawr-{VERSION}-debian13.tar.gz"


def test_a_release_file_begins_with_the_folder_of_the_version_and_all_of_it_is_roots(tmp_path: Path) -> None:
    with tarfile.open(build_file(tmp_path)) as tar:
        entries = tar.getmembers()
    assert (entries[0].name, entries[0].isdir()) == (VERSION, True)
    assert {(entry.uid, entry.gid) for entry in entries} == {(0, 0)}
    assert not [entry.name for entry in entries if entry.mode & 0o022 and not entry.issym()]


@pytest.mark.full
def test_two_release_files_have_the_same_bytes(tmp_path: Path) -> None:
    one, two = (build_file(tmp_path / place) for place in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_every_folder_of_the_programs_is_in_the_release_or_left_out_on_purpose() -> None:
    told = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert told - set(PROGRAMS) - {"tests", "tools", "bench", "dist", "build", "__pycache__"} == set()


def test_every_unit_of_deploy_is_in_a_package() -> None:
    deploy, kinds = ROOT / "deploy", (".service", ".timer")
    units = {str(path.relative_to(deploy)) for path in deploy.glob("*/*") if path.suffix in kinds}
    assert units == {source for role in ROLES.values() for source in role.files if source.endswith(kinds)}


def test_each_debian_has_a_python_that_the_project_runs_on() -> None:
    assert {debian.python for debian in DEBIANS.values()} <= {"3.11", "3.12", "3.13"}


@pytest.mark.parametrize("script", sorted((ROOT / "deploy" / "debian").rglob("p*")), ids=lambda path: path.name)
def test_a_shell_reads_every_maintainer_script(script: Path) -> None:
    if script.is_file():
        done = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_no_wheels_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deb", "--out", str(tmp_path), "--wheels", str(tmp_path)]) == 1
    assert "has no wheels" in capsys.readouterr().err


@pytest.mark.process
def test_the_installed_counter_program_says_what_is_wrong_in_its_settings(tmp_path: Path) -> None:
    dawr = tmp_path / "bin" / "dawr"
    dawr.parent.mkdir()
    dawr.write_text(f'#!/bin/sh\nexec {sys.executable} {ROOT / "main.py"} "$@"\n', encoding="utf-8")
    dawr.chmod(0o755)
    settings = tmp_path / "config" / "dawr" / "counter.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("countter = 1\n", encoding="utf-8")
    done = subprocess.run(
        ["sh", ROOT / "deploy" / "debian" / "dawr-counter.sh", "check"],
        env={**os.environ, "PATH": f"{dawr.parent}:{os.environ['PATH']}", "XDG_CONFIG_HOME": str(tmp_path / "config")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.startswith(f"{settings}:1: countter: there is no such key; the nearest one is counter\n")
