"""What the pages need from the server that serves them (a hall or the centre)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from litestar import Request

from contracts.reporting.figures import FiguresView
from contracts.settings.hall_view import BrandView
from figures.period import Asked


@dataclass(frozen=True)
class Viewer:
    """Who looks at a page: the role of his session and the name that goes with it."""

    role: str
    name: str


class AwayError(Exception):
    """Nobody's session can be read now; `damaged`: the database is damaged, so waiting does not help."""

    def __init__(self, *, damaged: bool) -> None:
        super().__init__("the database is damaged" if damaged else "the database does not answer")
        self.damaged = damaged


class ViewerSource(Protocol):
    """Finds who a browser's request comes from."""

    async def __call__(self, request: Request[Any, Any, Any]) -> Viewer | None:
        """Return the viewer, or None when nobody is signed in; raise AwayError where sessions cannot be read."""
        ...


class BrandSource(Protocol):
    """Says whose pages they are."""

    def __call__(self, request: Request[Any, Any, Any]) -> BrandView:
        """Return the brand of the hall that serves this request."""
        ...


class MinistryCheck(Protocol):
    """Says whether people can sign in with the ministry's account."""

    def __call__(self, request: Request[Any, Any, Any], /) -> bool:
        """Return whether the hall that serves this request has single sign-on."""
        ...


class FigureSource(Protocol):
    """Gives the figures of a period: a hall's from its own stages, the centre's from what it keeps of all halls."""

    def figures(self, asked: Asked, *, at: datetime) -> FiguresView:
        """Return the figures of what is asked, as they stand at this instant."""
        ...
