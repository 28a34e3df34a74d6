"""How every program writes its log: one line a record, in UTC, with control characters escaped.

A text from outside (an answer of the centre, a device's name) may hold a line break; written raw, it would begin
another line and pass for a record.
"""

from __future__ import annotations

import logging
import re
import sys
import time

_FORMAT = "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s"
_TIME = "%Y-%m-%dT%H:%M:%S"
# C0, DEL and C1, line and paragraph separators, and what turns the direction of writing.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_INDENT = "    "


def escaped(text: str) -> str:
    r"""Return the text with each control character written as an escape.

    >>> escaped("a\nb"), escaped("قاعة")
    ('a\\nb', 'قاعة')
    """
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


class LineFormatter(logging.Formatter):
    """Writes a record as one line; a traceback follows indented, so that none of its lines looks like a record."""

    def __init__(self) -> None:
        super().__init__(_FORMAT)

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        """Return the instant of the record, in UTC."""
        return time.strftime(datefmt or _TIME, time.gmtime(record.created))

    def formatMessage(self, record: logging.LogRecord) -> str:
        """Return the line of the record, without its traceback."""
        return escaped(super().formatMessage(record))

    def formatException(self, ei: logging._SysExcInfoType) -> str:
        """Return the traceback, indented."""
        return "\n".join(_INDENT + escaped(line) for line in super().formatException(ei).splitlines())


def log_to_stderr(level: int = logging.INFO) -> None:
    """Write the log of this program to standard error, from this level on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(LineFormatter())
    logging.basicConfig(level=level, handlers=[handler])
    # It writes a traceback for each answer that was cut within its head; who asked for it logs what that means.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
