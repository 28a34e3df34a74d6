"""A library to preload whose fsync and fdatasync fail with EIO while a file exists, built by the system's compiler."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int refused(void) {
    const char *file = getenv("FAILING_SYNC");
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


@dataclass(frozen=True)
class FailingSync:
    """The library, and the file that makes each sync fail while it exists."""

    library: Path
    switch: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables of a process that shall have it."""
        return {"LD_PRELOAD": str(self.library), "FAILING_SYNC": str(self.switch)}

    def fail(self) -> None:
        """Let each sync fail from now on."""
        self.switch.touch()

    def mend(self) -> None:
        """Let syncs work again."""
        self.switch.unlink()


def build_failing_sync(folder: Path) -> FailingSync:
    """Build the library in `folder`; skip the test where there is no compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler: a library whose fsync fails cannot be built")
    source, library = folder / "failing_sync.c", folder / "failing_sync.so"
    source.write_text(SOURCE, encoding="utf-8")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    return FailingSync(library, folder / "syncs-fail")
