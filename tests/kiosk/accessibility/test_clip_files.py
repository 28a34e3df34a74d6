from __future__ import annotations

from pathlib import Path

from kiosk.accessibility.clip_files import sign_clips


def test_a_clip_is_named_by_its_services_code(tmp_path: Path) -> None:
    for name in ("A.mp4", "land-1.WEBM", "notes.txt", "B"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "C.mp4").mkdir()
    assert sign_clips(tmp_path) == {"A": tmp_path / "A.mp4", "land-1": tmp_path / "land-1.WEBM"}


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert sign_clips(tmp_path / "gone") == {}
