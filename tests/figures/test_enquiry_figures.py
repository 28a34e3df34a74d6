"""What is counted of enquiries, and how they are parted."""

from __future__ import annotations

from contracts.enquiries.figures import EnquiryFigures
from figures.enquiry_figures import EnquiryRow, enquiry_figures

AT_ONCE = EnquiryRow("survey", "hall", at_once=True, confirmed=True, answer_s=None)
OPEN = EnquiryRow("survey", "social", at_once=False, confirmed=False, answer_s=None)
ANSWERED = OPEN._replace(topic="other", answer_s=90.0)
CONFIRMED = ANSWERED._replace(confirmed=True, answer_s=30.0)


def test_one_that_is_answered_is_open_until_it_is_confirmed() -> None:
    found = enquiry_figures([AT_ONCE, OPEN, ANSWERED, CONFIRMED], {})
    assert found.total == EnquiryFigures(4, 1, 2, 2, 60.0, 90.0)


def test_each_topic_and_channel_has_its_own() -> None:
    found = enquiry_figures([AT_ONCE, OPEN, CONFIRMED], {"survey": {"en": "Survey"}})
    assert [(part.key, part.names, part.figures.received) for part in found.topics] == [
        ("other", {}, 1), ("survey", {"en": "Survey"}, 2),
    ]  # fmt: skip
    assert [(part.key, part.figures.received) for part in found.channels] == [("hall", 1), ("social", 2)]
    assert enquiry_figures([], {}).total == EnquiryFigures(0, 0, 0, 0, None, None)
