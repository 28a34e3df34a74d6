"""Write files so that a power cut leaves the old content or the new one, never half of it."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

DRAFT = ".part"
"""How the name of a file ends that is not yet in its place."""


def write_whole(file: Path, text: str, *, mode: int = 0o600) -> None:
    """Replace the file in one step, its folder made where it is missing; raises OSError, and then the old one stands.

    When this returns, the new content is on the disk. Two writers at once leave one of their two contents.
    """
    write_bytes_whole(file, text.encode(), mode=mode)


def write_bytes_whole(file: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Replace the file by these bytes, as `write_whole` does."""
    part = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}{DRAFT}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(part, content, os.O_TRUNC, mode)
        part.chmod(mode)  # also where the umask takes rights away
        part.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    sync_folder(file.parent)


def remove_drafts(folder: Path, of: str = "") -> None:
    """Remove what programs that were killed left half written of files whose names begin with `of`.

    Nobody may write there at this moment.
    """
    for draft in folder.glob(f"{of}*{DRAFT}"):
        draft.unlink(missing_ok=True)


def append_line(file: Path, line: str) -> None:
    """Add one line to the file, made with rights 0600 where there is none; raises OSError when it is not on the disk.

    A line that an earlier power cut or a full disk left unfinished is ended first, so that each line stands alone.
    """
    is_new = not file.exists()
    unfinished = not is_new and file.stat().st_size > 0 and _last_byte(file) != b"\n"
    _write(file, (b"\n" if unfinished else b"") + line.encode() + b"\n", os.O_APPEND, 0o600)
    if is_new:
        sync_folder(file.parent)


def make_key_file(file: Path, size: int) -> bytes:
    """Make a file of `size` random bytes with rights 0600 and return them; FileExistsError where there is one.

    Raises OSError when it cannot be written, and then there is no file: half a key would be taken for a wrong one.
    """
    key = os.urandom(size)
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(file, key, os.O_EXCL, 0o600)
    except FileExistsError:
        raise
    except OSError:
        with contextlib.suppress(OSError):
            file.unlink()
        raise
    sync_folder(file.parent)
    return key


def _write(file: Path, content: bytes, how: int, mode: int) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | how, mode), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _last_byte(file: Path) -> bytes:
    with file.open("rb") as content:
        content.seek(-1, os.SEEK_END)
        return content.read(1)


def sync_folder(folder: Path) -> None:
    """Put the file's new name on the disk; Windows does that without being asked and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
