from __future__ import annotations

from contracts.settings.kiosks import InformationView, KioskRules, ZoneView
from hall.kernel.kiosk_settings import Appointments, Information, KioskSettings, Zone, ZoneKind
from hall.settings.queries.hall import hall_view
from hall.settings.queries.kiosk import information_view, kiosk_rules, zone_views
from tests.helpers.example_hall import LANDS, SETTINGS, new_hall
from tests.helpers.replacing import replace

NAMES = {"ar": "قسم النساء", "en": "Women's section"}


def test_zones_and_rules_are_told_as_they_are_set() -> None:
    settings = replace(
        SETTINGS,
        zones=(Zone("women", NAMES, ZoneKind.WOMEN),),
        kiosk=KioskSettings(2400, phone=True),
        appointments=Appointments(offered=True),
        ticket_notice={"en": "Please wait"},
    )
    assert zone_views(settings) == (ZoneView("women", NAMES, "women", {}),)
    assert kiosk_rules(settings) == KioskRules(2400, phone=True, appointments=True, ticket_notice={"en": "Please wait"})
    assert (zone_views(SETTINGS), kiosk_rules(SETTINGS)) == ((), KioskRules())


def test_a_service_without_a_text_has_no_page() -> None:
    service = SETTINGS.service(LANDS)
    assert information_view(service) is None
    deed = {"ar": "أصل السند", "en": "The deed"}
    with_deed = replace(service, information=Information((deed,)))
    assert information_view(with_deed) == InformationView((deed,), {}, {}, "")


def test_every_program_is_told_with_the_hall() -> None:
    deed = {"ar": "أصل السند", "en": "The deed"}
    first = replace(SETTINGS.services[0], zone="women", information=Information(advice=deed))
    settings = replace(SETTINGS, services=(first, *SETTINGS.services[1:]), zones=(Zone("women", NAMES),))
    hall = new_hall(settings)
    view = hall_view(work=hall.work(), now=hall.clock.now())
    assert (view.services[0].zone, view.services[0].information) == ("women", InformationView((), deed, {}, ""))
    assert (view.services[1].zone, view.services[1].information, view.zones[0].kind) == (None, None, "general")
