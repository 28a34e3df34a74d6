from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.metadata import files
from pathlib import Path

import pytest

from commands.package.parts import (
    COMMANDS,
    NOT_NEEDED,
    PACKAGES,
    PYTHONS,
    SOURCES,
    PackageError,
    archive,
    copy_program,
    locked,
    put_python,
    sha256_of,
    unpack_wheels,
)

ROOT = Path(__file__).resolve().parents[3]


def unpacked(folder: Path, package: str) -> None:
    """Put a package of this environment into a folder, as its unpacked wheel."""
    for file in files(package) or []:
        if ".." not in file.parts and "__pycache__" not in file.parts:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file.locate(), folder / file)


def wheel(folder: Path, name: str, *files: str) -> None:
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as made:
        for file in files:
            made.writestr(file, f"# {file}")


def test_the_locked_lines_are_those_of_run_txt_with_their_hashes() -> None:
    lines = locked((ROOT / "deploy" / "requirements" / "run.txt").read_text(encoding="utf-8"))
    names = [line.partition("==")[0] for line in lines.splitlines() if not line.startswith(" ")]
    assert names == list(PACKAGES)
    assert lines.count("--hash=sha256:") > 10


def test_the_package_draws_the_qr_code_of_a_ticket_with_nothing_but_its_own_packages(tmp_path: Path) -> None:
    program = tmp_path / "program"
    copy_program(ROOT, program)
    for package in PACKAGES:
        if package not in {"pyside6-essentials", "shiboken6", "tzdata"}:  # large or not here, and no part of a code
            unpacked(program / "lib", package)
    draw = (
        f"import sys; sys.path[:0] = [{str(program)!r}, {str(program / 'lib')!r}]; "
        "from common.qr import qr_rows; print(len(qr_rows('https://dawr.example.om/t')))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", draw], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("25", "")


def test_the_installer_takes_exactly_the_versions_of_python_that_the_package_has_wheels_for() -> None:
    script = (ROOT / "deploy" / "counter" / "install.sh").read_text(encoding="utf-8")
    least, most = PYTHONS[0].replace(".", ", "), PYTHONS[-1].replace(".", ", ")
    assert f"({least}) <= sys.version_info[:2] <= ({most})" in script


def test_what_is_told_of_systems_does_not_keep_a_package_out() -> None:
    told = "tzdata==1 ; sys_platform == 'win32' \\\n    --hash=x\n"
    assert locked(told) == "tzdata==1 \\\n    --hash=x\n"


def test_the_package_has_all_that_the_program_and_pairing_import(tmp_path: Path) -> None:
    copy_program(ROOT, tmp_path / "program")
    asked = (
        "import sys; import main, counter_client.program.start, counter_client.program.run; "
        "import commands.run.counter, commands.pair, commands.config; "
        "import printer.printer, printer.documents.slip_content, escpos.constants; print(chr(10).join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", asked], cwd=tmp_path / "program", capture_output=True, text=True, check=True
    )
    modules = set(done.stdout.split())
    ours = {name.partition(".")[0] for name in modules} & {path.name for path in ROOT.iterdir() if path.is_dir()}
    assert ours == {*SOURCES, "commands"}
    assert {".".join(("commands", *name.removesuffix("/__init__").split("/"))) for name in COMMANDS[1:]} >= {
        name for name in modules if name.startswith("commands.")
    }
    foreign = {
        "PySide6": "pyside6-essentials",
        "shiboken6": "shiboken6",
        "serial": "pyserial",
        "escpos": "python-escpos",
        "six": "six",
        "tomlkit": "tomlkit",
        "msgspec": "msgspec",
        "qrcode": "qrcode",
    }
    assert {foreign[name] for name in foreign if name in modules} <= set(PACKAGES)
    assert {path.name for path in (tmp_path / "program").iterdir()} == {*SOURCES, "commands", "assets", "main.py"}
    assert (tmp_path / "program" / "assets" / "i18n" / "counter_ar.ts").exists()
    assert len(list((tmp_path / "program" / "assets" / "i18n" / "compiled").glob("counter_*.qm"))) == 2
    assert not (tmp_path / "program" / "assets" / "i18n" / "kiosk_ar.ts").exists()


@pytest.mark.parametrize("name", ["counter", "pair", "config"])
def test_what_is_packed_starts_by_its_own_main(tmp_path: Path, name: str) -> None:
    copy_program(ROOT, tmp_path / "program")
    ready = {**os.environ, "DAWR_ENVIRONMENT": "ready"}
    command = [sys.executable, "main.py", name, "--help"]
    done = subprocess.run(command, cwd=tmp_path / "program", env=ready, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"main.py {name}" in done.stdout


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("PySide6/QtCore.abi3.so", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/lrelease.exe", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/QtWidgets.pyi", False),
    ],
)
def test_what_no_program_loads_stays_out(name: str, needed: bool) -> None:
    assert (NOT_NEEDED.search(name) is None) is needed


def test_wheels_are_unpacked_and_a_missing_one_is_named(tmp_path: Path) -> None:
    wheel(tmp_path, "pyserial", "serial/__init__.py")
    for name in ("msgspec", "shiboken6", "python_escpos", "qrcode", "six", "tomlkit", "tzdata"):
        wheel(tmp_path, name, f"{name}/__init__.py")
    with pytest.raises(PackageError, match="has no wheel of pyside6-essentials"):
        unpack_wheels(tmp_path, tmp_path / "lib")
    wheel(tmp_path, "PySide6_Essentials", "PySide6/QtCore.so", "PySide6/QtCore.pyi")
    unpack_wheels(tmp_path, tmp_path / "lib")
    assert (tmp_path / "lib/PySide6/QtCore.so").exists()
    assert not (tmp_path / "lib/PySide6/QtCore.pyi").exists()


def test_an_embeddable_python_finds_the_program_beside_it_and_another_zip_is_refused(tmp_path: Path) -> None:
    package = tmp_path / "python.zip"
    with zipfile.ZipFile(package, "w") as made:
        for name in ("pythonw.exe", "python311.zip", "python311._pth"):
            made.writestr(name, "")
    put_python(package, tmp_path / "python")
    assert (tmp_path / "python/python311._pth").read_text().splitlines() == ["python311.zip", ".", "..", "..\\lib"]
    with zipfile.ZipFile(package, "w") as made:
        made.writestr("holiday.jpg", "")
    with pytest.raises(PackageError, match="is not python"):
        put_python(package, tmp_path / "other")


@pytest.mark.parametrize("zipped", [True, False])
def test_the_same_content_is_the_same_bytes(tmp_path: Path, zipped: bool) -> None:
    digests = []
    for turn in ("one", "two"):
        root = tmp_path / turn / "dawr"
        root.mkdir(parents=True)
        (root / "b").write_text("b")
        (root / "a").write_text("a")
        (tmp_path / turn / "out").mkdir()
        made = archive(root, tmp_path / turn / "out", zipped=zipped)
        with zipfile.ZipFile(made) if zipped else tarfile.open(made) as inside:
            names = inside.namelist() if isinstance(inside, zipfile.ZipFile) else inside.getnames()
        assert names == ["dawr/a", "dawr/b"]
        digests.append(sha256_of(made))
    assert digests[0] == digests[1]
