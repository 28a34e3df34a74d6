"""Sign people in at an OpenID provider: authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0).

1. `begin` returns the provider's address for the browser. What the answer is checked with (state, nonce, PKCE's
   verifier) goes into a cookie that is signed and ten minutes good; nothing is kept in memory.
2. The provider sends the browser back with a code. `finish` compares the state, exchanges the code, and checks the ID
   token: signature by the provider's own keys, issuer, audience, time, nonce.

No token of the provider is kept afterwards. Metadata and keys are read at each sign-in, so a new key counts at once.
Authlib costs a sixth of a second at the start: only a program with single sign-on imports this module.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey

from common.accounts.single_sign_on import (
    Begun,
    ProviderDownError,
    ProviderPerson,
    ProviderRefusedError,
    SingleSignOn,
    account_name,
    client_secret,
    is_private_address,
)
from common.server.trust import system_authorities
from common.text.hidden_signs import strip_turning

FLOW_LIFE = timedelta(minutes=10)
"""How long somebody may take at the provider."""
TIMEOUT_S = 5.0
AT_ONCE = 8
"""Requests to the provider at one time: a slow one must not take all threads of the service."""
SIGNATURES = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
"""Signatures by the provider's private key alone: none that our own secret could make, and not `none`."""
_LEEWAY_S = 60
_OURS = frozenset({"invalid_client", "unauthorized_client"})
"""Refusals of this program, not of the person (RFC 6749, 5.2): its secret is wrong or expired."""


class OpenIdProvider:
    """The ministry's provider; `redirect` is our address to which it sends browsers back. Thread-safe."""

    def __init__(self, settings: SingleSignOn, key: bytes, *, path: str) -> None:
        """`key` signs the cookies; `path` is that of the page to which browsers come back."""
        self.settings = settings
        self._secret = client_secret(settings)
        self._key = OctKey.import_key(key)
        self._redirect = settings.address.rstrip("/") + path
        self._free = threading.BoundedSemaphore(AT_ONCE)

    def begin(self, *, language: str, now: datetime, again: bool = False) -> Begun:
        """Begin a sign-in; `again` asks for the password although the provider knows the browser.

        `finish` then refuses an answer that does not say so (`auth_time`).
        """
        flow = {"state": secrets.token_urlsafe(32), "nonce": secrets.token_urlsafe(32)}
        flow["verifier"] = secrets.token_urlsafe(48)
        more = {"ui_locales": language} | ({"prompt": "login", "max_age": "0"} if again else {})
        if self.settings.strength_claim == "acr":
            more["acr_values"] = " ".join(self.settings.strengths)
        with self._connected() as (session, metadata):
            url, _ = session.create_authorization_url(
                metadata["authorization_endpoint"],
                state=flow["state"],
                nonce=flow["nonce"],
                code_verifier=flow["verifier"],
                **more,
            )
        claims = {**flow, "again": again, "begun": int(now.timestamp()), "exp": int((now + FLOW_LIFE).timestamp())}
        return Begun(url, jwt.encode({"alg": "HS256"}, claims, self._key))

    def is_begun(self, cookie: str, *, now: datetime) -> bool:
        """Return whether the cookie is of a sign-in that began in this browser and is not too old."""
        try:
            self._flow(cookie, now)
        except ProviderRefusedError:
            return False
        return True

    def finish(self, query: str, cookie: str, *, now: datetime) -> ProviderPerson:
        """Return who came back from the provider; raise ProviderRefusedError or ProviderDownError.

        `query` is that of the address to which the provider sent the browser, `cookie` what `begin` returned.
        """
        flow = self._flow(cookie, now)
        answer = {name: values[0] for name, values in parse_qs(query).items()}
        if not secrets.compare_digest(answer.get("state", "").encode(), flow["state"].encode()):
            raise _state_wrong()
        if answer.get("iss", self.settings.issuer) != self.settings.issuer:  # RFC 9207
            raise ProviderRefusedError("answer_wrong", "the answer is of another provider")
        if "error" in answer:
            raise ProviderRefusedError("provider_refused", f"the provider refused: {answer['error']:.60}")
        with self._connected() as (session, metadata):
            token = self._exchange(session, metadata, query, flow)
            claims = self._claims(session, metadata, token, flow["nonce"], now)
        if flow["again"]:
            _check_asked_again(claims.get("auth_time"), flow["begun"])
        return self._person(claims)

    def sign_out_url(self, return_to: str) -> str | None:
        """Return where the browser signs out at the provider; None where that is not to be had.

        No ID token is kept to be named there: the provider may ask the person once more.
        """
        try:
            with self._connected() as (_, metadata):
                endpoint = metadata.get("end_session_endpoint")
        except ProviderDownError:
            return None
        if not isinstance(endpoint, str) or not is_private_address(endpoint):
            return None
        asked = {"client_id": self.settings.client_id, "post_logout_redirect_uri": return_to}
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(asked)}"

    @contextmanager
    def _connected(self) -> Iterator[tuple[Any, Mapping[str, Any]]]:
        """Give a session with the provider, and its metadata."""
        if not self._free.acquire(blocking=False):
            raise _down("too many sign-ins at once")
        try:
            with OAuth2Session(
                self.settings.client_id,
                self._secret,
                scope="openid profile",
                redirect_uri=self._redirect,
                code_challenge_method="S256",
                default_timeout=TIMEOUT_S,
                verify=self.settings.authority or system_authorities(),
            ) as session:
                yield session, self._metadata(session)
        except requests.RequestException as error:
            raise _down(type(error).__name__) from error
        except OSError as error:  # the file of the authority
            raise _down(str(error)) from error
        finally:
            self._free.release()

    def _metadata(self, session: Any) -> Mapping[str, Any]:  # noqa: ANN401 - Authlib has no types
        issuer = self.settings.issuer
        answer = session.get(f"{issuer.rstrip('/')}/.well-known/openid-configuration", withhold_token=True)
        answer.raise_for_status()
        metadata: Mapping[str, Any] = answer.json()
        if metadata.get("issuer") != issuer:
            raise _down(f"it calls itself {metadata.get('issuer')!r:.100}, not {issuer!r}")
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            if not is_private_address(str(metadata.get(name))):
                raise _down(f"its {name} is not an address with https")
        return metadata

    def _exchange(self, session: Any, metadata: Mapping[str, Any], query: str, flow: Mapping[str, Any]) -> Any:  # noqa: ANN401
        """Return the tokens for the code; a code that was used or is not ours is refused by the provider."""
        try:
            return session.fetch_token(
                metadata["token_endpoint"],
                authorization_response=f"{self._redirect}?{query}",
                state=flow["state"],
                code_verifier=flow["verifier"],
            )
        except AuthlibBaseError as error:
            if error.error in _OURS:  # nobody can sign in until it is correct
                raise _down(f"it does not accept this program's client_id or client secret: {error.error}") from error
            raise ProviderRefusedError("code_refused", f"the provider refused the code: {error.error:.60}") from error

    def _claims(
        self, session: Any, metadata: Mapping[str, Any], token: Mapping[str, Any], nonce: str, now: datetime  # noqa: ANN401
    ) -> Mapping[str, Any]:  # fmt: skip
        """Return the claims of the ID token after every check of OpenID Connect Core 3.1.3.7."""
        keys = session.get(metadata["jwks_uri"], withhold_token=True)
        keys.raise_for_status()
        signatures = SIGNATURES & set(metadata.get("id_token_signing_alg_values_supported", ["RS256"]))
        client = self.settings.client_id
        try:
            decoded = jwt.decode(
                token.get("id_token", ""), KeySet.import_key_set(keys.json()), algorithms=sorted(signatures)
            )
            claims = CodeIDToken(
                decoded.claims,
                decoded.header,
                options={
                    "iss": {"essential": True, "value": self.settings.issuer},
                    "aud": {"essential": True, "value": client},
                    "sub": {"essential": True},
                },
                params={"nonce": nonce, "client_id": client, "access_token": token.get("access_token")},
            )
            claims.validate(now=int(now.timestamp()), leeway=_LEEWAY_S)
        except (JoseError, ValueError, KeyError) as error:
            raise ProviderRefusedError("answer_wrong", f"the provider's answer is not good: {error!s:.100}") from error
        return dict(claims)

    def _person(self, claims: Mapping[str, Any]) -> ProviderPerson:
        settings = self.settings
        if settings.strength_claim:
            found = claims.get(settings.strength_claim)
            shown = set(found) if isinstance(found, list) else {found}
            if shown.isdisjoint(settings.strengths):
                raise ProviderRefusedError("too_weak", "the provider did not ask for a second factor")
        subject, groups = str(claims["sub"]), claims.get(settings.groups_claim)
        return ProviderPerson(
            settings.issuer,
            subject,
            account_name(str(claims.get(settings.name_claim) or subject), settings.issuer),
            strip_turning(str(claims.get("name") or ""))[:200],
            frozenset(map(str, groups)) if isinstance(groups, list) else frozenset(),
        )

    def _flow(self, cookie: str, now: datetime) -> dict[str, Any]:
        """Return what the cookie keeps; raise ProviderRefusedError for a forged, expired or missing one."""
        try:
            claims = jwt.decode(cookie, self._key, algorithms=["HS256"]).claims
        except (JoseError, ValueError):
            raise _state_wrong() from None
        if claims["exp"] <= now.timestamp():
            raise _state_wrong()
        return claims


def _check_asked_again(auth_time: object, begun: int) -> None:
    """Raise ProviderRefusedError unless the person gave the password at the provider after the sign-in began."""
    if not isinstance(auth_time, int | float) or auth_time < begun - _LEEWAY_S:
        raise ProviderRefusedError(
            "answer_wrong", f"the provider did not ask for the password: auth_time={auth_time!r:.40}"
        )


def _state_wrong() -> ProviderRefusedError:
    return ProviderRefusedError(
        "state_wrong", "this sign-in was not begun in this browser, or more than ten minutes ago"
    )


def _down(reason: str) -> ProviderDownError:
    return ProviderDownError("provider_down", f"the ministry's sign-in service does not work: {reason}")
