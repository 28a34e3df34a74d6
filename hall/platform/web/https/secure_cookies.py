"""Over HTTPS the hall's cookies have the prefix `__Host-`: a browser takes them over HTTPS from this host alone.

One layer for all cookies of all handlers: the app goes on with its own names. Over HTTPS a cookie without the prefix
does not reach the app, so one that a plain page of the same host has set is never believed.
"""

from __future__ import annotations

from common.server.asgi import ASGIApp, Message, Receive, Scope, Send

PREFIX = b"__Host-"


class SecureCookies:
    """Puts the prefix on what goes out and takes it off what comes in; does nothing over plain HTTP."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope.get("scheme") != "https":
            await self._app(scope, receive, send)
            return

        async def with_prefix(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    (name, prefixed(value) if name.lower() == b"set-cookie" else value)
                    for name, value in message["headers"]
                ]
            await send(message)

        headers = [(name, own_cookies(value) if name == b"cookie" else value) for name, value in scope["headers"]]
        await self._app({**scope, "headers": headers}, receive, with_prefix)


def prefixed(cookie: bytes) -> bytes:
    """Return a Set-Cookie value with the prefix and the attributes that browsers require for it.

    >>> prefixed(b"dawr_session=1; HttpOnly; Path=/")
    b'__Host-dawr_session=1; HttpOnly; Path=/; Secure'
    """
    parts = [part.strip() for part in cookie.split(b";")]
    known = {part.partition(b"=")[0].lower() for part in parts[1:]}
    parts += [b"Path=/"] if b"path" not in known else []
    parts += [b"Secure"] if b"secure" not in known else []
    return PREFIX + b"; ".join(parts)


def own_cookies(header: bytes) -> bytes:
    """Return the cookies of a request that have the prefix, without it.

    >>> own_cookies(b"dawr_session=planted; __Host-dawr_session=1; __Host-dawr_language=ar")
    b'dawr_session=1; dawr_language=ar'
    """
    cookies = (one.strip() for one in header.split(b";"))
    return b"; ".join(one.removeprefix(PREFIX) for one in cookies if one.startswith(PREFIX))
