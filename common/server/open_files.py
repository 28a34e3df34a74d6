"""The limit of open files of this process: each connection of a client is one."""

from __future__ import annotations

import contextlib
import sys

WINDOWS_FILES = 8_192
"""Windows has no such limit for sockets; this number is enough."""


def file_limit(*, raised: bool = False) -> int:
    """Return the limit of open files; `raised`: raise it first as far as the system allows (the hard limit)."""
    if sys.platform == "win32":
        return WINDOWS_FILES
    import resource  # noqa: PLC0415

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if raised and soft != hard:
        with contextlib.suppress(OSError):  # a service may be forbidden to: its unit says LimitNOFILE
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
            soft = hard
    return sys.maxsize if soft == resource.RLIM_INFINITY else soft
