"""Make certificates: an authority that may vouch for this hall's addresses only, and server certificates of a year."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Network, IPv6Network

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LIFE = timedelta(days=20 * 365)
SERVER_LIFE = timedelta(days=397)
"""Browsers take no longer life from a server."""
RENEW_BEFORE = timedelta(days=30)
SLOW_CLOCKS = timedelta(days=2)
"""A new certificate is valid from this long ago, because a device's clock may be behind."""
PRIVATE = (
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8"),
    *("fc00::/7", "fe80::/10", "::1/128"),
)
"""Networks whose addresses the authority may vouch for: a thief of its key cannot pose as a site of the Internet."""


@dataclass(frozen=True)
class Authority:
    """A certificate authority with its key."""

    certificate: x509.Certificate
    key: CertificateIssuerPrivateKeyTypes


def make_authority(name: str, names: Collection[str], now: datetime) -> Authority:
    """Return a new authority; `names` are the host names and addresses it may vouch for beside private addresses."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
    hosts = {one for one in names if not _is_address(one)}
    permitted: list[x509.GeneralName] = [x509.IPAddress(ipaddress.ip_network(one)) for one in PRIVATE]
    permitted += [x509.IPAddress(ipaddress.ip_network(one)) for one in sorted({*names} - hosts) if not _private(one)]
    permitted += [x509.DNSName(one) for one in sorted(hosts)]
    certificate = (
        _begun(subject, subject, key.public_key(), now, AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(authority=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(certificate, key)


def make_server_certificate(
    authority: Authority, names: Iterable[str], now: datetime
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """Return a certificate for these host names and addresses, signed by the authority, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    stands_for = sorted(set(names))
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Dawr hall service")])
    issuer = authority.certificate.subject
    issuer_key = x509.SubjectKeyIdentifier.from_public_key(authority.certificate.public_key())
    certificate = (
        _begun(subject, issuer, key.public_key(), now, SERVER_LIFE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(authority=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_general_name(one) for one in stands_for]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer_key), critical=False)
        .sign(authority.key, hashes.SHA256())
    )
    return certificate, key


def names_of(certificate: x509.Certificate) -> frozenset[str]:
    """Return the host names and addresses that a server certificate stands for."""
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return frozenset()
    addresses = (str(one) for one in found.get_values_for_type(x509.IPAddress))
    return frozenset((*found.get_values_for_type(x509.DNSName), *addresses))


def may_vouch(authority: x509.Certificate, name: str) -> bool:
    """Return whether the authority may stand behind this host name or address."""
    try:
        permitted = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    except x509.ExtensionNotFound:
        return True
    if _is_address(name):
        address = ipaddress.ip_address(name)
        networks = (one.value for one in permitted if isinstance(one, x509.IPAddress))
        return any(address in one for one in networks if isinstance(one, (IPv4Network, IPv6Network)))
    return any(
        isinstance(one, x509.DNSName) and (name == one.value or name.endswith(f".{one.value}")) for one in permitted
    )


def is_due(certificate: x509.Certificate, now: datetime) -> bool:
    """Return whether a server certificate ends within a month, or is not valid yet."""
    return not certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc - RENEW_BEFORE


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, life: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - SLOW_CLOCKS)
        .not_valid_after(now - SLOW_CLOCKS + life)
    )


def _key_usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _general_name(name: str) -> x509.GeneralName:
    return x509.IPAddress(ipaddress.ip_address(name)) if _is_address(name) else x509.DNSName(name)


def _private(address: str) -> bool:
    return any(ipaddress.ip_address(address) in ipaddress.ip_network(one) for one in PRIVATE)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
