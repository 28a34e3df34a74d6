"""The page of enquiries: by channel, topic and hall, and in words where there are none."""

from __future__ import annotations

from tests.central.enquiries.test_enquiry_figures import fill
from tests.central.web.conftest import Caller


def test_the_page_shows_every_channel_and_what_is_open(hall: Caller) -> None:
    assert "No enquiries in this period" in hall.call("GET", "/enquiries?lang=en").text
    fill(hall.centre.engine)
    page = hall.call("GET", "/enquiries?lang=en&period=decade&day=2026-11-24").text
    for word in ("Call centre", "E-mail", "Platform", "Social media", "By topic and channel", "Open now", "400"):
        assert word in page
    assert "الاستفسارات" in hall.call("GET", "/enquiries").text


def test_whoever_may_not_read_is_led_to_sign_in(stranger: Caller) -> None:
    answer = stranger.call("GET", "/enquiries?lang=en")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in?lang=en")
