"""The file of a release: which version is in it, and for which system it is made."""

from __future__ import annotations

import platform
import re
import tarfile
from pathlib import Path

from common.releases.order import order_of

_SYSTEM = r"[a-z]{1,20}[0-9.]{1,10}"
NAME = rf"dawr-([0-9.]{{3,40}})-({_SYSTEM})\.tar(\.gz)?"
"""How release files are named, as Python and JavaScript read it: version and system."""
_NAME = re.compile(NAME, re.ASCII)


def version_in(file: Path) -> str:
    """Return the version of a release file: the one folder that it holds is named after it; raise ValueError."""
    try:
        with tarfile.open(file) as tar:
            first = tar.next()
    except (OSError, tarfile.TarError) as error:
        raise ValueError(f"{file.name} is not a release file: {error}") from error
    version = "" if first is None else first.name.removeprefix("./").partition("/")[0]
    try:
        order_of(version)
    except ValueError as error:
        raise ValueError(f"{file.name} is not a release file: {error}") from error
    return version


def system_of(name: str) -> str:
    """Return for which system a file is made, by its name; raise ValueError for a name of another form.

    >>> system_of("dawr-0.3.0-debian13.tar.gz")
    'debian13'
    """
    return _named(name)[2]


def is_system(text: str) -> bool:
    """Return whether release files may name a system in this way.

    >>> is_system("debian13"), is_system("Debian 13")
    (True, False)
    """
    return re.fullmatch(_SYSTEM, text, re.ASCII) is not None


def version_named(name: str) -> str:
    """Return which version a file should hold, by its name; raise ValueError for a name of another form.

    >>> version_named("dawr-0.3.0-debian13.tar.gz")
    '0.3.0'
    """
    return _named(name)[1]


def _named(name: str) -> re.Match[str]:
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(f"{name} is not named like a release file, dawr-0.3.0-debian13.tar.gz")
    return found


def this_system() -> str:
    """Return the system of this machine as release files name it; raise OSError where the machine does not say."""
    told = platform.freedesktop_os_release()
    return f"{told['ID']}{told.get('VERSION_ID', '')}"
