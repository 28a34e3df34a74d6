"""Who may open which page of the hall head's."""

from __future__ import annotations

from web.head_pages import HEAD_PAGES, pages_for
from web.navigation import places_of


def test_the_hall_head_opens_every_page_and_an_analyst_those_that_do_nothing() -> None:
    assert pages_for("head") == HEAD_PAGES
    assert {page.name for page in HEAD_PAGES} - {page.name for page in pages_for("admin")} == {"reception"}
    assert [page.name for page in pages_for("reception")] == [
        "reception",
        "requests",
        "enquiries",
        "complaints",
        "officials",
        "people",
    ]
    assert pages_for("call_centre")[0].name == "requests", "where a call-centre agent's day begins"
    assert "act" not in {page.name for page in pages_for("analyst")}
    assert pages_for("analyst")
    assert [page.name for page in pages_for("auditor")] == ["visit", "people"]
    assert pages_for("kiosk") == ()


def test_five_places_hold_all_pages_of_the_hall_head_and_a_reception_sees_three_of_them() -> None:
    assert [place.name for place in places_of(pages_for("head"))] == ["now", "today", "requests", "reports", "settings"]
    assert [(place.name, place.path) for place in places_of(pages_for("reception"))] == [
        ("now", "/reception"),
        ("requests", "/head/requests"),
        ("settings", "/head/people"),
    ]
    assert sum(len(place.pages) for place in places_of(HEAD_PAGES)) == len(HEAD_PAGES)


def test_addresses_and_names_are_each_used_once() -> None:
    assert len({page.path for page in HEAD_PAGES}) == len({page.name for page in HEAD_PAGES}) == len(HEAD_PAGES)
