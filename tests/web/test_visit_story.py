"""Every fact of a visit has a sentence in both languages, with who and why, and without what a reader may not know."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from contracts.codec.message import replace
from contracts.live import FactMessage
from contracts.words.hall import PrintState
from hall.calendar import facts as calendar_facts
from hall.kernel.facts import CounterVisitFact, Fact, VisitFact, kind_of
from hall.queue.model.calling.rule import Why
from web.texts import LANGUAGES, texts
from web.visit_story import Names, sentence_of, who_of

NAMES = Names({"A": "Lands", "B": "Housing"}, {"salim": "Salim", "maryam": "Maryam", "k1": "the kiosk"})


def fact(kind: str, **detail: Any) -> FactMessage:
    agent = None if {"by", "device"} & set(detail) else "salim"
    return FactMessage(
        1, kind, datetime(2026, 11, 24, 6, 42, tzinfo=UTC), date(2026, 11, 24), None, 3, agent,
        {"ticket": "A047", "service": "A", **detail},
    )  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def told(one: FactMessage, language: str = "en", names: Names = NAMES) -> str:
    return plain(sentence_of(one, names, texts(language)))


def kinds() -> set[str]:
    """Return every kind of fact about one visit."""
    assert calendar_facts.AppointmentCheckedIn.__mro__[1] is VisitFact

    def tree(kind: type[Fact]) -> list[type[Fact]]:
        return [kind, *(deeper for child in kind.__subclasses__() for deeper in tree(child))]

    return {kind_of(kind) for kind in tree(VisitFact)} - {kind_of(VisitFact), kind_of(CounterVisitFact)}


DETAILS: dict[str, dict[str, Any]] = {
    "ticket_printed": {"state": "confirmed", "device": "k1"},
    "visit_corrected": {
        "by": "head",
        "reason": "left_open",
        "changed": [{"what": "outcome", "was": None, "now": "referred"}],
    },
    "correction_taken_back": {"by": "head", "changed": [{"what": "outcome", "was": "referred", "now": None}]},
    "service_changed": {"by": "salim", "was": "B"},
    "lane_changed": {"by": "salim", "was": "standard", "lane": "priority", "reason": "seen"},
    "visit_transferred": {"to_service": "B", "to_counter": None, "to_agent": None, "position": "last"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_fact_of_a_visit_has_a_sentence_of_its_own(kind: str, language: str) -> None:
    sentence = told(fact(kind, **DETAILS.get(kind, {})), language)
    assert sentence.endswith(".")
    assert kind not in sentence
    assert "{" not in sentence
    assert len(kinds()) > 20


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            fact("visit_called", why="longest_wait"),
            (
                "Salim called A047 to counter 3; "
                "it was next because it had the longest wait, with the advantage of its ticket type."
            ),
        ),
        (
            fact("visit_called", reason="special_care"),
            "Salim called A047 to counter 3 out of order; reason: Special care.",
        ),
        (fact("visit_called", reason="of our own"), "Salim called A047 to counter 3 out of order; reason: of our own."),
        (fact("visit_finished", outcome="completed"), "Salim finished the service at counter 3: completed."),
        (
            fact("visit_transferred", to_service="B", position="first", reason="wrong_service"),
            (
                "Salim transferred the visitor from counter 3 to Housing, "
                "at the front of the queue; reason: Wrong service."
            ),
        ),
        (
            fact("visit_transferred", to_service="A", to_agent="maryam", position="last"),
            "Salim transferred the visitor from counter 3 to Maryam, at the end of the queue.",
        ),
        (
            fact("visit_reinstated", by="prayer", reason="dhuhr"),
            "A047 was returned to the queue automatically because its call was during prayer.",
        ),
        (
            replace(fact("visit_returned", by="head"), agent="salim"),
            "head returned A047 from counter 3 to the queue with its original time.",
        ),
        (fact("visit_issued", device="k1"), "the kiosk issued ticket A047 for Lands."),
        (fact("visit_undone", by="head", undone="no_show"), "head undid the last action; the state was: No-show."),
        (
            fact("visit_walked_up", ticket="", reason="other"),
            "Salim began service without a ticket at counter 3; reason: Another reason.",
        ),
    ],
)  # fmt: skip
def test_a_sentence_says_who_did_what_and_why(one: FactMessage, sentence: str) -> None:
    assert told(one) == sentence


def test_a_correction_tells_both_values_by_the_halls_clock() -> None:
    changed = [
        {"what": "begun", "was": "2026-11-24T06:40:00Z", "now": "2026-11-24T06:31:05Z"},
        {"what": "service", "was": "A", "now": "B"},
    ]
    names = Names(NAMES.services, NAMES.people, zone="Asia/Muscat")
    one = fact("visit_corrected", by="head", reason="forgotten_begin", remark="he told me", changed=changed)
    assert told(one, names=names) == (
        "head corrected the record: begin 10:31:05 instead of 10:40:00, service Housing instead of Lands; "
        "reason: Start was not recorded."
    )


def test_the_same_in_arabic() -> None:
    names = Names({"A": "الأراضي"}, {"salim": "سالم"})
    sentence = told(fact("visit_called", why="longest_wait"), "ar", names)
    assert sentence == ("نادى سالم الرقم A047 إلى النافذة 3؛ جاء دوره لأن مدة انتظاره، مع أسبقية مساره، كانت الأطول.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_why_and_every_state_of_printing_has_its_words(language: str) -> None:
    for why in Why:
        assert texts(language)[f"story.why_{why.value}"]
    for state in PrintState:
        assert texts(language)[f"story.ticket_printed_{state.value}"]


def test_notes_are_told_to_whom_they_may_be_told_only() -> None:
    one = fact("visit_transferred", to_service="B", position="last", note="asked for the head")
    assert "asked for the head" not in told(one)
    assert "the agent's note: asked for the head." in told(one, names=Names({}, {}, notes=True))


def test_who_did_it_is_named_where_somebody_did() -> None:
    assert who_of(fact("visit_begun"), NAMES) == "Salim"
    assert who_of(fact("visit_issued", device="k1"), NAMES) == "the kiosk"
    assert who_of(fact("visit_reinstated", by="prayer"), NAMES) == ""


def test_a_kind_of_a_newer_program_comes_back_as_its_name() -> None:
    assert told(fact("visit_teleported")) == "visit_teleported"
