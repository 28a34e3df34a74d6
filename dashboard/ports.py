"""What the pages ask of whoever serves them (a hall or the centre)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from starlette.requests import Request


@dataclass(frozen=True)
class Viewer:
    """Who looks at a page: the role of his session and the name that goes with it."""

    role: str
    name: str


class ViewerSource(Protocol):
    """Finds who a browser's request comes from."""

    async def __call__(self, request: Request) -> Viewer | None:
        """Return the viewer, or None when nobody is signed in."""
        ...
