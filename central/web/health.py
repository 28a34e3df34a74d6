"""Whether the centre lives, for whoever watches it."""

from __future__ import annotations

from litestar import get
from msgspec import Struct

from central.maintenance.cleanup import cleanup_status
from central.web.dependencies import Database, Now
from common.version import release


class Health(Struct, frozen=True):
    """That the centre answers and reaches its database, and how its last cleanup went."""

    state: str
    cleanup: str
    version: str


@get("/healthz", sync_to_thread=True)
def health(engine: Database, now: Now) -> Health:
    """Return that the centre answers and reaches its database, and how its last cleanup went; 503 when it does not."""
    return Health("ok", cleanup_status(engine, now=now).state, release())
