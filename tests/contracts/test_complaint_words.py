"""A complaint or suggestion goes through four states."""

from contracts.complaint_words import ComplaintState, Nature


def test_the_words_travel_as_they_stand() -> None:
    assert [state.value for state in ComplaintState] == ["received", "handed_on", "answered", "closed"]
    assert {nature.value for nature in Nature} == {"complaint", "suggestion"}
