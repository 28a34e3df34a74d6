"""How every program writes its log: one line a record, in UTC, with control characters escaped.

A text from outside (an answer of the centre, a device's name) may hold a line break; written raw, it would begin
another line and pass for a record. With `DAWR_LOG=json` in the environment each record is one JSON object instead.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime

FORMAT_VARIABLE = "DAWR_LOG"
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


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON: `at`, `level`, `logger`, `text`, and `traceback` where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of the record."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname, "logger": record.name, "text": record.getMessage()}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line)  # only ASCII: no text can begin a new line or turn the direction


def log_to_stderr(level: int = logging.INFO, environ: Mapping[str, str] = os.environ) -> None:
    """Write the log of this program to standard error, from this level on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if environ.get(FORMAT_VARIABLE) == "json" else LineFormatter())
    logging.basicConfig(level=level, handlers=[handler])
    # It writes a traceback for each answer that was cut within its head; who asked for it logs what that means.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
