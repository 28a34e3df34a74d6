"""Put together how a hall serves HTTPS, from its settings."""

from __future__ import annotations

import socket
from functools import partial
from urllib.parse import urlsplit

from common.clock.wall_clock import utc_now
from common.server.asgi import ASGIApp
from common.server.trust import AUTHORITY_PATH
from hall.config import HallConfig
from hall.platform.tls.hall_tls import FOLDER, GivenTls, HallTls, OwnTls
from hall.platform.tls.own_names import own_names
from hall.platform.web.https.authority_offer import AuthorityOffer
from hall.platform.web.https.secure_cookies import SecureCookies
from hall.platform.web.https.strict_transport import StrictTransport
from web.authority_page import authority_page


def hall_tls(config: HallConfig) -> HallTls:
    """Return the ministry's certificate, or the hall's own, made at the first start; raise TlsError."""
    if config.tls_certificate and config.tls_key and config.tls_authority:
        return GivenTls(config.tls_certificate, config.tls_key, config.tls_authority)
    public = urlsplit(config.public_url)
    more = config.tls_names | ({public.hostname} if public.scheme == "https" and public.hostname else set())
    names = partial(own_names, config.host, frozenset(more))
    return OwnTls(config.key_folder / FOLDER, socket.gethostname(), names, utc_now)


def bound_to_https(app: ASGIApp, *, plain_phones: bool) -> ASGIApp:
    """Return the hall with cookies that are bound to HTTPS wherever it is asked over it, also behind a proxy.

    Browsers come back over HTTPS alone, unless the page of a ticket is served over plain HTTP (`plain_phones`).
    """
    return SecureCookies(app if plain_phones else StrictTransport(app))


def encrypted_app(app: ASGIApp, tls: HallTls, address: str) -> ASGIApp:
    """Return what is served over HTTPS: all of the hall, and its certificate."""
    page = partial(authority_page, file=AUTHORITY_PATH, pages=f"{address}/")
    return AuthorityOffer(app, tls, page)


def visitor_port(config: HallConfig, port: int) -> int:
    """Return the port of the plain page for a hall that listens on `port`; 0: any free one."""
    if config.visitor_port is not None:
        return config.visitor_port
    return port + 1 if config.port else 0
