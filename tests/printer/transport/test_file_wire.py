from __future__ import annotations

from pathlib import Path

import pytest

from printer.transport.file_wire import FileWire
from printer.transport.wire import Fault, WireError


def test_opening_empties_the_file_and_writing_adds_to_it(tmp_path: Path) -> None:
    path = tmp_path / "out.bin"
    path.write_bytes(b"old")
    wire = FileWire(str(path))
    wire.open()
    assert wire.write(b"one", 1) == 3
    assert wire.write(b"two", 1) == 3
    assert wire.read(1) == b""
    wire.close()
    wire.close()
    assert path.read_bytes() == b"onetwo"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WireError, match="nowhere does not exist") as missing:
        FileWire(str(tmp_path / "nowhere" / "out.bin")).open()
    assert missing.value.fault is Fault.MISSING


def test_a_folder_in_the_files_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WireError, match="cannot be written"):
        FileWire(str(tmp_path)).open()


def test_a_full_disk_is_told() -> None:
    wire = FileWire("/dev/full")
    wire.open()
    with pytest.raises(WireError, match="No space left"):
        wire.write(b"x", 1)
    wire.close()


def test_writing_to_a_closed_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WireError, match="is not open"):
        FileWire(str(tmp_path / "x")).write(b"x", 1)
