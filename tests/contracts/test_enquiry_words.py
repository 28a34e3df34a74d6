"""The words about enquiries are written down once and stay."""

from contracts.enquiry_words import Channel, EnquiryState


def test_the_words_are_those_that_travel() -> None:
    assert {one.value for one in Channel} == {"hall", "call_centre", "email", "platform", "social"}
    assert [one.value for one in EnquiryState] == ["received", "handed_on", "answered", "confirmed"]
