"""What must hold in a set-up file about its kiosks: zones that are there, whole texts, minutes in bounds."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from contracts.words.hall import LONGEST_WAIT_MIN
from hall.settings.setup.check import Finding, code_of
from hall.settings.setup.entries import ServiceEntry, SetupEntry

LONGEST_URL = 200
"""A longer address makes a QR code that phones cannot read from a screen."""
MOST_DOCUMENTS = 8
"""More do not fit on one screen in large letters."""
MOST_MIN = 240
MOST_PER_SLOT = 200
SLOTS_MIN = (5, 10, 15, 20, 30, 60)
"""Parts of an hour: the first slot of each hour begins on the hour."""


def kiosk_findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong or doubtful in what the kiosks show and ask."""
    return [*_zones(setup), *_services(setup), *_minutes(setup)]


def _zones(setup: SetupEntry) -> Iterator[Finding]:
    codes = [zone.code for zone in setup.zone]
    used = {service.zone for service in setup.service}
    for at, zone in enumerate(setup.zone):
        key = f"zone[{at}]"
        if zone.code in codes[:at]:
            yield Finding(f"{key}.code", f"the zone code {zone.code!r} is given twice")
        if not (zone.code.isascii() and zone.code.replace("_", "").replace("-", "").isalnum()):
            yield Finding(f"{key}.code", f"a code has Latin letters, digits, - and _, got {zone.code!r}")
        yield from _both(zone.names, f"{key}.names", needed=True)
        yield from _both(zone.for_whom, f"{key}.for_whom")
        if zone.code not in used:
            yield Finding(key, f"no service is in zone {zone.code!r}: its tile would lead nowhere")
    if setup.zone and None not in used:
        yield Finding("zone", "every service is in a zone: the main screen has only zones", warning=True)


def _services(setup: SetupEntry) -> Iterator[Finding]:
    known = {zone.code for zone in setup.zone}
    for at, service in enumerate(setup.service):
        key = f"service[{at}]"
        if service.zone is not None and service.zone not in known:
            yield Finding(f"{key}.zone", f"no zone {service.zone!r}; add a [[zone]] with this code")
        size = service.numbers[-1] - service.numbers[0] + 1 if service.numbers else 0
        if service.quota is not None and not 1 <= service.quota <= size:
            text = f"a quota is 1 to {size}, as many as {code_of(service)!r} has numbers; got {service.quota}"
            yield Finding(f"{key}.quota", text)
        if not 1 <= service.appointments_per_slot <= MOST_PER_SLOT:
            yield Finding(f"{key}.appointments_per_slot", f"expected 1 to {MOST_PER_SLOT} appointments")
        yield from _information(service, key)


def _information(service: ServiceEntry, key: str) -> Iterator[Finding]:
    if len(service.documents) > MOST_DOCUMENTS:
        yield Finding(f"{key}.documents", f"at most {MOST_DOCUMENTS} documents fit on the screen")
    for at, document in enumerate(service.documents):
        yield from _both(document, f"{key}.documents[{at}]", needed=True)
    yield from _both(service.advice, f"{key}.advice")
    yield from _both(service.online, f"{key}.online", needed=bool(service.online_url))
    if service.online and not service.online_url:
        yield Finding(f"{key}.online_url", "a service that can be done online needs its address")
    if service.online_url:
        yield from _address(service.online_url, f"{key}.online_url")


def _address(url: str, key: str) -> Iterator[Finding]:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.netloc or not url.isascii() or not url.isprintable() or " " in url:
        yield Finding(key, f"expected an address like https://example.om/, got {url!r}")
    elif len(url) > LONGEST_URL:
        yield Finding(key, f"the address has {len(url)} letters; at most {LONGEST_URL} can be read as a QR code")


def _minutes(setup: SetupEntry) -> Iterator[Finding]:
    if not 0 <= setup.kiosk.long_wait_min <= LONGEST_WAIT_MIN:
        yield Finding("kiosk.long_wait_min", f"expected 0 (never) to {LONGEST_WAIT_MIN} minutes")
    for name in ("early_min", "late_min"):
        if not 0 <= getattr(setup.appointments, name) <= MOST_MIN:
            yield Finding(f"appointments.{name}", f"expected 0 to {MOST_MIN} minutes")
    if setup.appointments.slot_min not in SLOTS_MIN:
        yield Finding("appointments.slot_min", f"expected one of {', '.join(map(str, SLOTS_MIN))} minutes")


def _both(texts: dict[str, str], key: str, *, needed: bool = False) -> Iterator[Finding]:
    """Yield the languages that a text lacks: it needs Arabic and English; an optional text may be missing in both."""
    if needed or texts:
        for language in ("ar", "en"):
            if not texts.get(language, "").strip():
                yield Finding(f"{key}.{language}", "the text is missing in this language")
