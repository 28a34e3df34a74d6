"""What the pages ask of whoever serves them (a hall or the centre)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from starlette.requests import Request

from contracts.figure_answers import FiguresView
from dashboard.figures_view import Asked


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


class FigureSource(Protocol):
    """Gives the figures of a period: a hall's from its own stages, the centre's from what it keeps of all halls."""

    def figures(self, asked: Asked, *, at: datetime) -> FiguresView:
        """Return the figures of what is asked, as they stand at this instant."""
        ...
