"""Setting up the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands.runtime import environment, system_packages


def test_a_ready_machine_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_arguments: object) -> None:
        raise AssertionError("nothing may be run")

    monkeypatch.setattr(environment, "_run", forbidden)
    monkeypatch.setenv("DAWR_ENVIRONMENT", "ready")
    environment.ensure("test", argv=[])
    environment.ensure("nothing", argv=[])


def test_what_the_tests_need_is_enough_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "VENV", tmp_path)
    assert not environment._installed("run")
    environment._stamp("test").write_text(environment._locked("test"))
    assert environment._installed("run")
    assert environment._installed("test")


def test_a_changed_lock_is_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "VENV", tmp_path)
    environment._stamp("run").write_text("another lock")
    assert not environment._installed("run")


def test_no_lock_holds_the_address_of_a_registry() -> None:
    assert not (environment.ROOT / "uv.lock").exists() or (environment.ROOT / ".gitignore").read_text().count("uv.lock")
    for path in (environment.ROOT / "deploy" / "requirements").iterdir():
        assert "://" not in path.read_text(encoding="utf-8"), path.name


def test_every_locked_package_has_hashes() -> None:
    for name in ("run", "test"):
        text = (environment.ROOT / "deploy" / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        pins = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
        assert len(pins) > 30
        assert all(line.endswith("\\") for line in pins)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system packages are Linux's")
def test_this_machine_misses_nothing_for_tests_and_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert system_packages.missing("test") == []
    monkeypatch.setitem(system_packages.SCREEN_LIBRARIES, "libnone.so.9", "libnone9")
    assert system_packages.missing("screen") == ["libnone9"]
    assert system_packages.missing("server") == []


def test_root_installs_without_sudo_and_others_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0)
    assert system_packages.install_command(["x"])[0] == "apt-get"
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 1000)
    assert system_packages.install_command(["x"])[:2] == ["sudo", "apt-get"]
    monkeypatch.setattr(system_packages.shutil, "which", lambda _name: None)
    assert system_packages.install_command(["x"]) is None


def test_what_another_command_has_made_meanwhile_is_not_made_twice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[str] = []

    def install(lock: str) -> None:
        made.append(lock)
        environment._stamp(lock).write_text(environment._locked(lock))

    monkeypatch.delenv("DAWR_ENVIRONMENT", raising=False)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "ROOT", _with_requirements(tmp_path))
    monkeypatch.setattr(environment, "_install", install)
    monkeypatch.setattr(environment, "_installed_here", set)
    monkeypatch.setattr(environment, "_continue_in_venv", lambda _argv: None)
    assert not environment.is_made("server")
    for _ in range(2):
        environment.ensure("server", argv=[])
    assert made == ["run"]
    assert environment.is_made("server")


def test_an_environment_that_has_the_packages_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """This interpreter has them; the clone has no .venv, as after `uv sync` or `pip install -e .` elsewhere."""

    def forbidden(*_arguments: object) -> None:
        raise AssertionError("nothing may be installed or started")

    monkeypatch.delenv("DAWR_ENVIRONMENT", raising=False)
    monkeypatch.setattr(environment, "VENV", tmp_path / "none")
    for name in ("_run", "_continue_in_venv"):
        monkeypatch.setattr(environment, name, forbidden)
    assert environment.is_made("server")
    environment.ensure("server", argv=["hall"])
    monkeypatch.setattr(environment, "_installed_here", set)
    assert not environment.is_made("server")


def test_the_installed_command_names_missing_libraries_and_installs_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DAWR_ENVIRONMENT", "installed")
    monkeypatch.setattr(environment, "_run", pytest.fail)
    monkeypatch.setitem(system_packages.SCREEN_LIBRARIES, "libnone.so.9", "libnone9")
    environment.ensure("screen", argv=["kiosk"])
    assert "libnone9" in capsys.readouterr().err


@pytest.mark.process
def test_an_environment_that_uv_made_gets_pip_before_the_locked_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / ".venv"], check=True)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    ran: list[list[str]] = []
    monkeypatch.setattr(environment, "_run", ran.append)
    environment._install("run")
    assert [command[1:4] for command in ran] == [["-m", "ensurepip"], ["-m", "pip", "install"]]


def _with_requirements(folder: Path) -> Path:
    root = folder / "clone"
    (root / "deploy" / "requirements").mkdir(parents=True)
    (root / "pyproject.toml").write_text('[project]\ndependencies = ["SQLAlchemy"]\n', "utf-8")
    for name in ("run", "test"):
        (root / "deploy" / "requirements" / f"{name}.txt").write_text(f"the lock of {name}")
    return root
