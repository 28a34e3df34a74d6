"""The certificate of a hall's HTTPS: from the hall's own authority and renewed by the hall, or the ministry's files."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes

from common.files.durable import write_bytes_whole
from common.files.private import make_private_folder
from hall.platform.tls.certificates import (
    Authority,
    is_due,
    make_authority,
    make_server_certificate,
    may_vouch,
    names_of,
)

log = logging.getLogger(__name__)
FOLDER = "tls"
AUTHORITY_KEY, AUTHORITY = "authority.key", "authority.pem"
SERVER_KEY, SERVER = "server.key", "server.pem"


class TlsError(Exception):
    """The hall cannot serve HTTPS; the message says what to do."""


class HallTls(Protocol):
    """Where the server takes its TLS settings from, for each new connection again."""

    @property
    def context(self) -> ssl.SSLContext:
        """What the next connection is served with."""
        ...

    @property
    def authority_pem(self) -> str:
        """The certificate that devices and browsers trust, as PEM."""
        ...

    def look(self) -> None:
        """Renew the certificate, or take new files, where that is due; raise TlsError."""
        ...


class OwnTls:
    """A hall that has its own authority; each `look` calls `names` for the host names that the certificate must cover.

    `machine` is what browsers show as the authority's name.
    """

    def __init__(
        self, folder: Path, machine: str, names: Callable[[], frozenset[str]], now: Callable[[], datetime]
    ) -> None:
        self._folder, self._names, self._now = folder, names, now
        self._left_out: frozenset[str] = frozenset()
        try:
            make_private_folder(folder)
            self._authority = self._found_authority() or self._new_authority(machine)
            self.authority_pem = _pem(self._authority.certificate).decode()
            if self._is_due():
                self._renew()
            self.context = server_context(folder / SERVER, folder / SERVER_KEY)
        except (OSError, ValueError) as error:
            raise TlsError(
                f"the hall's certificates in {folder} cannot be used ({error}): put the folder's copy back, or remove "
                "it; then the hall makes a new authority, and devices and browsers must be paired with it again"
            ) from error

    def look(self) -> None:
        """Renew the certificate a month before it ends, and where this machine got another name or address."""
        if self._is_due():
            self._renew()
            self.context = server_context(self._folder / SERVER, self._folder / SERVER_KEY)
            log.info("the hall's certificate was renewed until %s", self._server().not_valid_after_utc.date())

    def _found_authority(self) -> Authority | None:
        certificate, key = self._folder / AUTHORITY, self._folder / AUTHORITY_KEY
        if not certificate.exists() and not key.exists():
            return None
        found = Authority(x509.load_pem_x509_certificate(certificate.read_bytes()), _key(key))
        if found.certificate.public_key() != found.key.public_key():
            raise ValueError(f"{key.name} does not belong to {certificate.name}")
        return found

    def _new_authority(self, machine: str) -> Authority:
        made = make_authority(f"Dawr hall {machine}", self._names(), self._now())
        _write_key(self._folder / AUTHORITY_KEY, made.key)
        write_bytes_whole(self._folder / AUTHORITY, _pem(made.certificate))
        log.info("the hall has a certificate authority now: %s", self._folder / AUTHORITY)
        return made

    def _is_due(self) -> bool:
        if not (self._folder / SERVER).exists() or not (self._folder / SERVER_KEY).exists():
            return True
        server = self._server()
        own = server.issuer == self._authority.certificate.subject and _signed_by(server, self._authority.certificate)
        return not own or is_due(server, self._now()) or not self._permitted_names() <= names_of(server)

    def _server(self) -> x509.Certificate:
        return x509.load_pem_x509_certificate((self._folder / SERVER).read_bytes())

    def _renew(self) -> None:
        certificate, key = make_server_certificate(self._authority, self._permitted_names(), self._now())
        # The certificate last: where the power goes in between, the pair does not fit and is made again at the start.
        (self._folder / SERVER).unlink(missing_ok=True)
        _write_key(self._folder / SERVER_KEY, key)
        write_bytes_whole(self._folder / SERVER, _pem(certificate))

    def _permitted_names(self) -> frozenset[str]:
        asked = self._names()
        permitted = frozenset(name for name in asked if may_vouch(self._authority.certificate, name))
        left_out = asked - permitted
        if left_out != self._left_out:
            log.warning(
                "the hall's certificate does not stand for %s: its authority was made without them", ", ".join(left_out)
            )
            self._left_out = left_out
        return permitted


class GivenTls:
    """The ministry's certificate and key; new files are taken without a restart."""

    def __init__(self, certificate: Path, key: Path, authority: Path) -> None:
        self._certificate, self._key, self._authority = certificate, key, authority
        self._seen = self._stamps()
        self.context, self.authority_pem = self._read()

    def look(self) -> None:
        """Take the files again where one has changed; where they do not fit the old ones stay in use."""
        stamps = self._stamps()
        if stamps != self._seen:
            self.context, self.authority_pem = self._read()
            self._seen = stamps
            log.info("the new certificate of %s is in use", self._certificate)

    def _stamps(self) -> list[tuple[int, int]]:
        found = []
        for path in (self._certificate, self._key, self._authority):
            try:
                seen = path.stat()
            except OSError as error:
                raise TlsError(f"{path} cannot be read: {error.strerror}") from error
            found.append((seen.st_mtime_ns, seen.st_size))
        return found

    def _read(self) -> tuple[ssl.SSLContext, str]:
        try:
            authority = x509.load_pem_x509_certificates(self._authority.read_bytes())[-1]
            return server_context(self._certificate, self._key), _pem(authority).decode()
        except (OSError, ValueError) as error:
            raise TlsError(
                f"certificate {self._certificate}, key {self._key} and authority {self._authority} cannot be used "
                f"({error}): they are PEM files, the key fits the first certificate and has no passphrase"
            ) from error


_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"
"""Of TLS 1.2: forward secrecy and authenticated encryption; those of TLS 1.3 all have both."""


def server_context(certificate: Path, key: Path) -> ssl.SSLContext:
    """Return the settings of a TLS server: TLS 1.2 or newer; raise OSError where the files do not fit."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_CIPHERS)  # Debian's own Python would offer old ones with SHA-1, too
    context.load_cert_chain(certificate, key)
    return context


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _key(path: Path) -> CertificateIssuerPrivateKeyTypes:
    return serialization.load_pem_private_key(path.read_bytes(), None)  # type: ignore[return-value]  # a key that cannot sign fails at its first certificate


def _write_key(path: Path, key: CertificateIssuerPrivateKeyTypes) -> None:
    form = serialization.PrivateFormat.PKCS8
    write_bytes_whole(path, key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))


def _signed_by(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
