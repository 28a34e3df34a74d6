from __future__ import annotations

from pathlib import Path

from hall.kernel.kiosk_settings import Appointments, Information, KioskSettings, Zone, ZoneKind
from hall.settings.setup.entries import AppointmentsEntry, KioskEntry, ServiceEntry, ZoneEntry
from hall.settings.setup.file import read_setup
from hall.settings.setup.kiosk import appointments_of, information_of, kiosk_of, zones_of
from tests.helpers.hall_in_a_thread import SETUP

NAMES = {"ar": "قسم النساء", "en": "Women's section"}
MORE = """
[[zone]]
code = "women"
kind = "women"
names = { ar = "قسم النساء", en = "Women's section" }
for_whom = { ar = "موظفات لخدمتكنّ", en = "Served by women" }

[[service]]
prefix = "W"
names = { ar = "أراضٍ", en = "Lands" }
zone = "women"
quota = 40
documents = [{ ar = "أصل السند", en = "The deed" }]
online = { ar = "عبر أملاك", en = "On Amlak" }
online_url = "https://amlak.example/"

[kiosk]
long_wait_min = 45
phone = true

[appointments]
offered = true
early_min = 20
"""


def test_minutes_become_seconds() -> None:
    assert kiosk_of(KioskEntry(1.5, phone=True)) == KioskSettings(90, phone=True)
    assert appointments_of(AppointmentsEntry(offered=True)) == Appointments(True, 1800, 900)


def test_zones_and_pages_are_taken_as_they_stand() -> None:
    assert zones_of((ZoneEntry("w", NAMES, ZoneKind.WOMEN),)) == (Zone("w", NAMES, ZoneKind.WOMEN),)
    assert information_of(ServiceEntry(NAMES, advice=NAMES)) == Information((), NAMES, {}, "")


def test_a_set_up_file_gives_all_of_it(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(SETUP.replace('services = ["A", "B"]', 'services = ["A", "B", "W"]', 1) + MORE, encoding="utf-8")
    settings = read_setup(file).settings
    women = next(service for service in settings.services if service.code == "W")
    assert (women.zone, women.quota, women.information.online_url) == ("women", 40, "https://amlak.example/")
    assert women.information.documents == ({"ar": "أصل السند", "en": "The deed"},)
    assert settings.zones[0].for_whom["en"] == "Served by women"
    assert settings.kiosk == KioskSettings(2700, phone=True)
    assert settings.appointments == Appointments(True, 1200, 900)
