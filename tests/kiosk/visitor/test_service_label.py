"""What a premium visitor came for stands on no paper and no screen."""

from __future__ import annotations

from contracts.queue.answers import IssuedTicket
from contracts.words.hall import Lane
from kiosk.printing.ticket_content import ticket_content
from kiosk.visitor.service_label import PREMIUM as PREMIUM_NAMES
from kiosk.visitor.service_label import served_as
from tests.helpers.fake_hall import NINE, example_hall
from tests.helpers.kiosk_halls import PREMIUM, WOMEN, with_zones
from tests.helpers.replacing import replace

HALL = with_zones(example_hall(), WOMEN, PREMIUM)
LANDS = {"ar": "الأراضي", "en": "Lands"}


def test_an_ordinary_service_has_its_name_and_one_that_left_keeps_its_code() -> None:
    assert served_as(HALL, "L") == LANDS
    assert served_as(HALL, "women-L") == LANDS
    assert served_as(HALL, "gone") == {"en": "gone"}


def test_a_premium_zones_service_has_the_zones_and_a_premium_halls_that_of_the_hall() -> None:
    assert served_as(HALL, "premium-L") == PREMIUM.names
    assert served_as(replace(example_hall(), site_kind="premium_hall"), "L") == PREMIUM_NAMES


def test_the_paper_of_an_investor_tells_nothing_of_his_errand() -> None:
    ticket = IssuedTicket("v1", "U001", "premium-L", Lane.PREMIUM, NINE, 0, None, "http://hall/t#x")
    content = ticket_content(HALL, ticket)
    assert (content.service.ar, content.service.en) == ("الخدمة المميزة", "Premium service")
