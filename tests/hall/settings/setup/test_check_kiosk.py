"""Mistakes in what the kiosks show and ask are found before a visitor finds them."""

from __future__ import annotations

from typing import Any

import pytest

from hall.settings.setup.check_kiosk import kiosk_findings
from hall.settings.setup.entries import (
    AppointmentsEntry,
    HallEntry,
    HoursEntry,
    KioskEntry,
    ServiceEntry,
    SetupEntry,
    ZoneEntry,
)
from tests.helpers.replacing import replace

NAMES = {"ar": "الأراضي", "en": "Lands"}
LANDS = ServiceEntry(NAMES, "L")
WOMEN = ZoneEntry("women", NAMES)
BARE = SetupEntry(HallEntry("h", NAMES, "muscat"), (LANDS,), (), HoursEntry())


def keys(setup: SetupEntry, *, warning: bool = False) -> list[str]:
    return [finding.key for finding in kiosk_findings(setup) if finding.warning is warning]


def of_service(**more: Any) -> list[str]:
    return keys(replace(BARE, service=(replace(LANDS, **more),)))


def test_what_is_not_given_is_right() -> None:
    assert kiosk_findings(BARE) == []


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"zone": "nowhere"}, "service[0].zone"),
        ({"quota": 0}, "service[0].quota"),
        ({"quota": 1000}, "service[0].quota"),
        ({"documents": ({"ar": "السند"},)}, "service[0].documents[0].en"),
        ({"documents": (NAMES,) * 9}, "service[0].documents"),
        ({"advice": {"en": "Come early"}}, "service[0].advice.ar"),
        ({"online": NAMES}, "service[0].online_url"),
        ({"online": NAMES, "online_url": "http://amlak.example/"}, "service[0].online_url"),
        ({"online": NAMES, "online_url": "https://amlak.example/ x"}, "service[0].online_url"),
        ({"online": NAMES, "online_url": "https://amlak.example/" + "x" * 200}, "service[0].online_url"),
        ({"online_url": "https://amlak.example/"}, "service[0].online.ar"),
    ],
)
def test_a_mistake_in_a_service_is_named(more: dict[str, Any], key: str) -> None:
    assert key in of_service(**more)


def test_a_whole_page_is_right() -> None:
    assert of_service(documents=(NAMES,), advice=NAMES, online=NAMES, online_url="https://a.example/", quota=999) == []


def test_a_zone_needs_a_code_names_and_services() -> None:
    in_zone = replace(LANDS, prefix="W", zone="women")
    assert keys(replace(BARE, zone=(WOMEN,), service=(LANDS, in_zone))) == []
    assert keys(replace(BARE, zone=(WOMEN,))) == ["zone[0]"]
    assert keys(replace(BARE, zone=(WOMEN, WOMEN), service=(LANDS, in_zone))) == ["zone[1].code"]
    odd = ZoneEntry("قسم", {"ar": "قسم"}, for_whom={"ar": "لهنّ"})
    assert keys(replace(BARE, zone=(odd,), service=(LANDS, replace(in_zone, zone="قسم")))) == [
        "zone[0].code", "zone[0].names.en", "zone[0].for_whom.en"
    ]  # fmt: skip


def test_a_main_screen_of_zones_alone_is_doubtful() -> None:
    assert keys(replace(BARE, zone=(WOMEN,), service=(replace(LANDS, zone="women"),)), warning=True) == ["zone"]


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"kiosk": KioskEntry(241)}, "kiosk.long_wait_min"),
        ({"kiosk": KioskEntry(-1)}, "kiosk.long_wait_min"),
        ({"appointments": AppointmentsEntry(early_min=-1)}, "appointments.early_min"),
        ({"appointments": AppointmentsEntry(late_min=241)}, "appointments.late_min"),
    ],
)
def test_minutes_have_bounds(more: dict[str, Any], key: str) -> None:
    assert keys(replace(BARE, **more)) == [key]
