"""Facts of a counter's day say who, where and what."""

from __future__ import annotations

from hall.domain.counter_events import HelpAsked, VisitContinued, VisitMoved
from hall.domain.events import CounterVisitFact, Fact, kind_of
from hall.domain.ids import AgentId, CounterId


def test_what_happens_to_a_visit_at_a_counter_names_both():
    assert issubclass(VisitContinued, CounterVisitFact)
    assert issubclass(VisitMoved, CounterVisitFact)
    assert kind_of(VisitContinued) == "visit_continued"


def test_a_call_for_help_is_about_the_counter_and_no_visit():
    fact = HelpAsked(CounterId(3), AgentId("said"))
    assert isinstance(fact, Fact)
    assert (fact.counter, fact.agent, kind_of(fact)) == (3, "said", "help_asked")
