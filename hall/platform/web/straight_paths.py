"""Lead a request of the hall's API straight to its route, by looking its path up.

FastAPI tries one route after the other through a dozen layers, which is as dear as all that the hall itself does for a
request. Its routes stay what is declared, documented and tested; whatever is not found here (a page, a wrong path or
method) goes the usual way and gets its usual answer.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from hall.platform.web.call import Call, HallRoute

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass
class _Branch:
    """What may follow a part of a path: words, or a parameter of that name."""

    words: dict[str, _Branch] = field(default_factory=dict)
    parameter: tuple[str, _Branch] | None = None
    handlers: dict[str, Handler] = field(default_factory=dict)


class StraightPaths:
    """Answers requests for `routes` itself and leaves all others to `app`."""

    def __init__(self, app: FastAPI, routes: Iterable[HallRoute]) -> None:
        self._app = app
        self._root = _Branch()
        for route in routes:
            branch = _grown(self._root, route.path_format)
            handler = route.get_route_handler()
            branch.handlers.update((method, handler) for method in route.methods or ())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        found = self.find(scope["method"], scope["path"]) if scope["type"] == "http" else None
        if found is None:
            await self._app(scope, receive, send)
            return
        handler, parameters = found
        scope["app"], scope["path_params"] = self._app, parameters
        response = await handler(Call(scope, receive))
        await response(scope, receive, send)

    def find(self, method: str, path: str) -> tuple[Handler, dict[str, str]] | None:
        """Return the handler of a method and path and the path's parameters, or None where FastAPI must look itself."""
        branch, parameters = self._root, {}
        for part in path.split("/")[1:]:
            known = branch.words.get(part)
            if known is None:
                if branch.parameter is None or not part:
                    return None
                name, known = branch.parameter
                parameters[name] = part
            branch = known
        handler = branch.handlers.get(method)
        return None if handler is None else (handler, parameters)


def _grown(branch: _Branch, path: str) -> _Branch:
    """Return the branch for a path as routes write it, grown where it was not there."""
    for part in path.split("/")[1:]:
        if not part.startswith("{"):
            branch = branch.words.setdefault(part, _Branch())
            continue
        name = part.strip("{}")
        if branch.parameter is None:
            branch.parameter = name, _Branch()
        known, branch = branch.parameter
        if known != name:
            raise RuntimeError(f"{path}: this part of the path is called {known} by another route")
    return branch
