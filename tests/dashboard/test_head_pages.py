"""Who may open which page of the hall head's."""

from __future__ import annotations

from dashboard.head_pages import HEAD_PAGES, pages_for


def test_the_hall_head_opens_every_page_and_an_analyst_those_that_do_nothing() -> None:
    assert pages_for("head") == HEAD_PAGES
    assert {page.name for page in HEAD_PAGES} - {page.name for page in pages_for("admin")} == {"reception"}
    assert [page.name for page in pages_for("reception")] == [
        "reception",
        "requests",
        "enquiries",
        "complaints",
        "officials",
    ]
    assert pages_for("call_centre")[0].name == "requests", "where a call-centre agent's day begins"
    assert "act" not in {page.name for page in pages_for("analyst")}
    assert pages_for("analyst")
    assert [page.name for page in pages_for("auditor")] == ["visit"]
    assert pages_for("kiosk") == ()


def test_addresses_and_names_are_each_used_once() -> None:
    assert len({page.path for page in HEAD_PAGES}) == len({page.name for page in HEAD_PAGES}) == len(HEAD_PAGES)
