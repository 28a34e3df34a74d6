"""An OpenID provider that can cheat: another key, issuer, audience, nonce or time; real HTTP, signed by joserfc."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

KEY, OTHER_KEY = (RSAKey.generate_key(2048, {"kid": "1"}) for _ in range(2))


@dataclass
class CheatingProvider:
    """What the provider answers; a test changes it."""

    issuer: str
    claims: dict[str, Any] = field(default_factory=dict)
    """The claims of the next ID token."""
    metadata: dict[str, Any] = field(default_factory=dict)
    key: RSAKey | OctKey = field(default_factory=lambda: KEY)
    algorithm: str = "RS256"
    token_status: int = 200
    token_error: str = "invalid_grant"
    asked: list[str] = field(default_factory=list)
    """The bodies of requests for tokens."""

    def way_back(self, url: str, subject: str, *groups: str) -> str:
        """Sign somebody in who was sent to `url`; return the address to which the browser goes back."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        at = int(datetime.now(UTC).timestamp())
        whose = {"sub": subject, "preferred_username": subject, "groups": list(groups)}
        when = {"iat": at, "exp": at + 300, "auth_time": at}
        self.claims = {"iss": self.issuer, "aud": query["client_id"], "nonce": query["nonce"], **whose, **when}
        return f"{query['redirect_uri']}?code=abc&state={query['state']}"

    def answer(self, path: str) -> tuple[int, object]:
        if path == "/.well-known/openid-configuration":
            at = self.issuer
            usual = {"issuer": at, "authorization_endpoint": f"{at}/auth", "token_endpoint": f"{at}/token"}
            return 200, {**usual, "jwks_uri": f"{at}/keys", "end_session_endpoint": f"{at}/end", **self.metadata}
        if path == "/keys":
            return 200, KeySet([KEY]).as_dict(private=False)
        if self.token_status != 200:
            return self.token_status, {"error": self.token_error}
        signed = jwt.encode({"alg": self.algorithm, "kid": "1"}, self.claims, self.key)
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": signed}


@contextmanager
def cheating_provider() -> Iterator[CheatingProvider]:
    """Run the provider on a free port of this machine until the end of the block."""
    provider = CheatingProvider("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(*provider.answer(self.path))

        def do_POST(self) -> None:
            provider.asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self._send(*provider.answer(self.path))

        def _send(self, status: int, document: object) -> None:
            content = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider.issuer = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join(60)
