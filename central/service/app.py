"""Assemble the centre's routes; no rules here."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import text
from starlette.middleware.base import RequestResponseEndpoint

from central.service.context import Context
from central.service.halls import hall_routes
from central.service.pages import page_routes
from central.service.problems import add_problem_answers
from central.service.way_down import way_down_routes

_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def build_app(context: Context) -> FastAPI:
    """Return the centre as an ASGI application."""
    app = FastAPI(title="Dawr centre", version="1", openapi_url="/v1/openapi.json", docs_url=None, redoc_url=None)
    add_problem_answers(app)
    app.include_router(hall_routes(context))
    app.include_router(way_down_routes(context))
    app.include_router(page_routes(context))

    @app.middleware("http")
    async def _guard(request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @app.get("/healthz")
    async def health() -> dict[str, str]:
        """Say that the centre answers and reaches its database; 503 when it does not."""
        await run_in_threadpool(_ask_database, context)
        return {"state": "ok"}

    return app


def _ask_database(context: Context) -> None:
    with context.engine.connect().execution_options(read_only=True) as connection:
        connection.execute(text("SELECT 1"))
