from __future__ import annotations

from contracts.codec.reader import from_json, to_json
from contracts.settings.kiosks import InformationView, KioskRules, ZoneView


def test_what_the_kiosks_are_told_crosses_the_line_and_back() -> None:
    for told in (
        ZoneView("women", {"ar": "قسم النساء"}, "women", {}),
        InformationView(({"ar": "أصل السند"},), {}, {"en": "Online"}, "https://a.example/"),
        KioskRules(3600, phone=True, appointments=True, ticket_notice={"ar": "يرجى الانتظار"}),
    ):
        assert from_json(type(told), to_json(told)) == told


def test_a_hall_that_says_nothing_asks_nothing() -> None:
    assert from_json(KioskRules, {}) == KioskRules(0, phone=False, appointments=False)
