"""Whether the centre lives, and what it measures, for monitoring."""

from __future__ import annotations

from litestar import get
from msgspec import Struct

from central.halls.centre_metrics import metrics_text
from central.halls.current_state import halls_now
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


@get("/v1/metrics", media_type="text/plain; version=0.0.4", tags=["Figures"], sync_to_thread=True)
def metrics(engine: Database, now: Now) -> bytes:
    """Return in Prometheus' text form how each hall is, and which version it has."""
    return metrics_text(halls_now(engine, now=now), now)
