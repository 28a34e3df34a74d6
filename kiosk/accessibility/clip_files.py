"""Which services have a clip in sign language: files of one folder, each named by its service's code."""

from __future__ import annotations

from pathlib import Path

KINDS = (".mp4", ".webm", ".mkv", ".mov")


def sign_clips(folder: Path) -> dict[str, Path]:
    """Return service code to clip; a folder that is not there has none.

    Looked at when a service is touched: a clip that is put there or taken away while the kiosk runs is found, or not.
    """
    if not folder.is_dir():
        return {}
    return {file.stem: file for file in sorted(folder.iterdir()) if file.suffix.lower() in KINDS and file.is_file()}
