"""An agent's own figures, made up."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.reporting.trust import AgentFigures


def figures(
    *,
    served: int = 0,
    no_shows: int = 0,
    serving_s: float | None = None,
    waiting_s: float | None = None,
    thanks: int | None = None,
) -> AgentFigures:
    """Return an agent's own figures of one day."""
    day = date(2026, 11, 26)
    at = datetime(2026, 11, 26, 10, tzinfo=UTC)
    return AgentFigures(
        at, "said", "day", day, day, served + no_shows, served, serving_s, serving_s, None, no_shows, (), (), (),
        waiting_s, thanks,
    )  # fmt: skip
