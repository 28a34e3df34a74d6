"""Which pictures and videos of a folder are shown, and in which order: by name, then from the start again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
VIDEOS = frozenset({".mp4", ".m4v", ".mkv", ".mov", ".webm"})


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One file to show; `changed_ns` tells a file from another that was copied over it."""

    path: Path
    video: bool
    changed_ns: int


def files_in(folder: Path) -> tuple[MediaFile, ...]:
    """Return the pictures and videos of `folder` by name; none while it cannot be read (a stick that was pulled)."""
    try:
        found = sorted(folder.iterdir(), key=lambda path: path.name.casefold())
    except OSError:
        return ()
    return tuple(one for path in found if (one := _known(path)) is not None)


def next_file(
    files: Sequence[MediaFile], last: MediaFile | None, passed_over: Collection[MediaFile] = ()
) -> MediaFile | None:
    """Return the file after `last`, the first after the end; None where all are passed over."""
    usable = [one for one in files if one not in passed_over]
    if last is None:
        return usable[0] if usable else None
    later = [one for one in usable if one.path.name.casefold() > last.path.name.casefold()]
    following = later or usable
    return following[0] if following else None


def _known(path: Path) -> MediaFile | None:
    suffix = path.suffix.lower()
    if suffix not in PICTURES | VIDEOS or path.name.startswith("."):
        return None
    try:
        return MediaFile(path, suffix in VIDEOS, path.stat().st_mtime_ns)
    except OSError:
        return None  # removed between listing and reading: the next round lists again
