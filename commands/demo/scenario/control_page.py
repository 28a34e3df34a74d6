"""The demo's own page, on this machine alone: its time, the addresses, and the switch that stops the visitors."""

from __future__ import annotations

import html
import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, urlsplit

from commands.demo.scenario.agents_and_visitors import Switch
from commands.runtime.process_group import ROOT
from common.text.digits import isolated
from display_board.header.presenter import derive_clock

_STYLE = (
    "body{font:17px/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#16282B;"
    "background:#F6F3EC}h1{font-size:1.4rem}[dir=rtl]{text-align:right}section{background:#fff;border-radius:12px;"
    "padding:1rem 1.4rem;margin:1rem 0}a{color:#0A5A50}button{font:inherit;padding:.6rem 1.2rem;border-radius:8px;"
    "border:2px solid #0A5A50;background:#0A5A50;color:#fff;cursor:pointer}li{margin:.3rem 0}"
)

_MARK = ROOT / "web" / "static" / "common" / "mark.svg"


def clock_text(at: datetime, language: str) -> str:
    """Return the demo's time and date in `ar` or `en`."""
    clock = derive_clock(at, language)
    return f"{isolated(clock.time)}، {clock.date}" if language == "ar" else f"{clock.time} on {clock.date}"


def in_language(address: str, language: str) -> str:
    """Return the address of a page of the hall or the centre with the language that it shall open in.

    >>> in_language("http://127.0.0.1:8080/enter#token", "en"), in_language("http://127.0.0.1:8081", "ar")
    ('http://127.0.0.1:8080/enter?lang=en#token', 'http://127.0.0.1:8081/?lang=ar')
    """
    page = urlsplit(address)
    asked = f"{page.query}&lang={language}" if page.query else f"lang={language}"
    return page._replace(path=page.path or "/", query=asked).geturl()


@dataclass(frozen=True)
class Link:
    """One address of the demo with its names."""

    arabic: str
    english: str
    address: str
    note: Callable[[], tuple[str, str]] | None = None
    """Returns what to know there, in Arabic and English, whenever the page is loaded."""


class DemoPage:
    """Serves the page until it is closed; its address has a secret part, so that no other page can turn the switch.

    `clock` returns the demo's time in the hall's zone.
    """

    def __init__(self, switch: Switch, links: Sequence[Link], clock: Callable[[], datetime]) -> None:
        self._path = f"/{secrets.token_urlsafe(12)}"
        path, page = self._path, self

        class Handler(BaseHTTPRequestHandler):
            """Answers the page and the switch."""

            def do_GET(self) -> None:
                """Answer the page."""
                if self.path != path:
                    self.send_error(404)
                    return
                body = page.text().encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Referrer-Policy", "no-referrer")
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                """Turn the switch and come back to the page."""
                if self.path != f"{path}/visitors":
                    self.send_error(404)
                    return
                switch.on = not switch.on
                self.send_response(303)
                self.send_header("Location", path)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Log nothing: the address is a secret."""

        self._switch, self._links, self._clock = switch, links, clock
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, name="demo page", daemon=True).start()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self._server.server_address[1]}{self._path}"

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()

    def text(self) -> str:
        """Return the page in both languages."""
        at, on = self._clock(), self._switch.on
        arabic = _Part(
            "ar", "rtl", f"عرض تجريبي: الساعة في العرض {clock_text(at, 'ar')}", "الأشخاص والأرقام هنا كلها غير حقيقية.",
            "إيقاف قدوم المراجعين" if on else "استئناف قدوم المراجعين",
            "المراجعون يصلون الآن." if on else "توقف وصول المراجعين.",
        )  # fmt: skip
        english = _Part(
            "en", "ltr", f"Demo: the clock shows {clock_text(at, 'en')}", "All people and numbers here are made up.",
            "Stop the visitors" if on else "Let visitors come",
            "Visitors are arriving." if on else "No visitors arrive.",
        )  # fmt: skip
        notes = [link.note() if link.note else ("", "") for link in self._links]
        parts = "".join(self._part(one, [pair[at] for pair in notes]) for at, one in enumerate((arabic, english)))
        return (
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Demo · عرض تجريبي</title>'
            f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
            f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{quote(_MARK.read_text("utf-8"))}">'
            f"{parts}</html>"
        )

    def _part(self, one: _Part, notes: Sequence[str]) -> str:
        rows = "".join(
            f'<li><a href="{html.escape(in_language(link.address, one.language))}" target="_blank" rel="noopener">'
            f"{html.escape(link.arabic if one.language == 'ar' else link.english)}</a>"
            f"{f'<br>{html.escape(note)}' if note else ''}</li>"
            for link, note in zip(self._links, notes, strict=True)
        )
        return (
            f'<section lang="{one.language}" dir="{one.direction}"><h1>{one.title}</h1><p>{one.honest}</p>'
            f'<form method="post" action="{self._path}/visitors">'
            f"<p>{one.state} <button>{one.button}</button></p></form>"
            f"<ul>{rows}</ul></section>"
        )


@dataclass(frozen=True)
class _Part:
    language: str
    direction: str
    title: str
    honest: str
    button: str
    state: str
