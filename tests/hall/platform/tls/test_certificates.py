from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from hall.platform.tls.certificates import (
    RENEW_BEFORE,
    is_due,
    make_authority,
    make_server_certificate,
    may_vouch,
    names_of,
)

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
NAMES = frozenset({"hall-1", "localhost", "10.0.0.5", "fd00::5", "203.0.113.7"})


def test_the_authority_signs_the_server_certificate_of_its_names() -> None:
    authority = make_authority("Dawr nizwa-1", NAMES, NOW)
    server, key = make_server_certificate(authority, NAMES, NOW)
    server.verify_directly_issued_by(authority.certificate)
    assert names_of(server) == NAMES
    assert server.public_key() == key.public_key()


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("hall-1", True),
        ("10.9.9.9", True),
        ("192.168.1.4", True),
        ("fe80::1", True),
        ("hall-2", False),
        ("bank.example", False),
        ("203.0.113.7", True),
        ("203.0.113.8", False),
    ],
)
def test_a_stolen_authority_poses_as_nobody_outside(name: str, may: bool) -> None:
    assert may_vouch(make_authority("Dawr", NAMES, NOW).certificate, name) is may


@pytest.mark.parametrize(("days", "due"), [(0, False), (364, False), (366, True), (400, True), (-3, True)])
def test_a_certificate_is_due_a_month_before_it_ends(days: int, due: bool) -> None:
    server, _key = make_server_certificate(make_authority("Dawr", NAMES, NOW), NAMES, NOW)
    assert is_due(server, NOW + timedelta(days=days)) is due
    assert timedelta(days=30) == RENEW_BEFORE


def test_no_browser_refuses_the_life_of_a_server_certificate() -> None:
    server, _key = make_server_certificate(make_authority("Dawr", NAMES, NOW), NAMES, NOW)
    assert server.not_valid_after_utc - server.not_valid_before_utc <= timedelta(days=398)


def test_the_authority_signs_no_other_authority() -> None:
    authority = make_authority("Dawr", NAMES, NOW).certificate
    limits = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (limits.ca, limits.path_length) == (True, 0)


def test_what_the_authority_signs_identifies_servers_alone() -> None:
    authority = make_authority("Dawr", NAMES, NOW)
    allowed = authority.certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(allowed) == [ExtendedKeyUsageOID.SERVER_AUTH], "it signs no program and no mail that a machine trusts"
