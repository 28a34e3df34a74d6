"""The demo's first counter, at which no colleague works: free it, and call one visitor there."""

from __future__ import annotations

from commands.demo.tokens import DemoTokens
from commands.hall_client import HallClient

NUMBER = "1"


def free(hall: str, tokens: DemoTokens) -> HallClient:
    """Free the first counter and return its session."""
    counter = HallClient(hall, tokens.counters[NUMBER])
    current = counter.get(f"/counters/{NUMBER}")["current"]
    if current is not None and current["state"] == "called":
        counter.post(f"/counters/{NUMBER}/no-show")
    elif current is not None:
        counter.post(f"/counters/{NUMBER}/finish", {"outcome": "completed"})
    return counter


def serve_next(hall: str, tokens: DemoTokens) -> None:
    """Serve who is next at the first counter, so that it is not idle while people wait."""
    counter = free(hall, tokens)
    if counter.post(f"/counters/{NUMBER}/call-next") is not None:
        counter.post(f"/counters/{NUMBER}/begin")


def call(hall: str, tokens: DemoTokens, visit: str) -> None:
    """Call this visit to the first counter, for the first of the hall's reasons."""
    counter = free(hall, tokens)
    reason = counter.get("/hall")["reasons"][0]
    counter.post(f"/counters/{NUMBER}/call", {"visit": visit, "reason": reason, "sure": True})
