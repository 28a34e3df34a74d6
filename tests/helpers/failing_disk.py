"""Libraries to preload into a hall service whose disk fails while a file exists, built by the system's compiler."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

FAILING_SYNC = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int refused(void) {
    const char *file = getenv("DISK_FAILS");
    return file && access(file, F_OK) == 0;
}

int fsync(int handle) {
    static int (*real)(int);
    if (refused()) { errno = EIO; return -1; }
    if (!real) real = dlsym(RTLD_NEXT, "fsync");
    return real(handle);
}

int fdatasync(int handle) {
    static int (*real)(int);
    if (refused()) { errno = EIO; return -1; }
    if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
    return real(handle);
}
"""
FULL_DISK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int full(int handle) {
    const char *file = getenv("DISK_FAILS");
    char link[64], path[4096];
    ssize_t length;
    if (!file || access(file, F_OK) != 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, "hall.sqlite") && !strstr(path, "-shm"); /* the index has its room already */
}

ssize_t write(int handle, const void *bytes, size_t count) {
    static ssize_t (*real)(int, const void *, size_t);
    if (full(handle)) { errno = ENOSPC; return -1; }
    if (!real) real = dlsym(RTLD_NEXT, "write");
    return real(handle, bytes, count);
}

ssize_t pwrite64(int handle, const void *bytes, size_t count, off64_t at) {
    static ssize_t (*real)(int, const void *, size_t, off64_t);
    if (full(handle)) { errno = ENOSPC; return -1; }
    if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
    return real(handle, bytes, count, at);
}

ssize_t pwrite(int handle, const void *bytes, size_t count, off_t at) {
    return pwrite64(handle, bytes, count, at);
}
"""


@dataclass(frozen=True)
class FailingDisk:
    """The library, and the file that makes the disk fail while it exists."""

    library: Path
    switch: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables of a process that shall have it."""
        return {"LD_PRELOAD": str(self.library), "DISK_FAILS": str(self.switch)}

    def fail(self) -> None:
        """Let the disk fail from now on."""
        self.switch.touch()

    def mend(self) -> None:
        """Let the disk work again."""
        self.switch.unlink()


def build_failing_sync(folder: Path) -> FailingDisk:
    """Return a disk whose fsync and fdatasync fail with EIO."""
    return _build(folder, "failing_sync", FAILING_SYNC)


def build_full_disk(folder: Path) -> FailingDisk:
    """Return a disk on which nothing more can be written to the hall's database and its WAL (ENOSPC)."""
    return _build(folder, "full_disk", FULL_DISK)


def _build(folder: Path, name: str, code: str) -> FailingDisk:
    """Build the library in `folder`; skip the test where there is no compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.skip(f"no C compiler: the library {name} cannot be built")
    source, library = folder / f"{name}.c", folder / f"{name}.so"
    source.write_text(code, encoding="utf-8")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    return FailingDisk(library, folder / "disk-fails")
