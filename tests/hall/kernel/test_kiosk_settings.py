from __future__ import annotations

from hall.kernel.kiosk_settings import Appointments, Information, KioskSettings, Zone, ZoneKind


def test_a_hall_that_sets_nothing_asks_and_offers_nothing() -> None:
    kiosk, slots = KioskSettings(), Appointments()
    assert (kiosk.long_wait_s, kiosk.phone, slots.offered) == (0, False, False)
    assert Information() == Information((), {}, {}, "")


def test_a_zone_is_of_no_special_kind_unless_it_says_so() -> None:
    assert Zone("east", {"ar": "الشرقي"}).kind is ZoneKind.GENERAL
    assert {kind.value for kind in ZoneKind} == {"general", "women", "premium"}
