"""Facts of a counter's day say who, where and what."""

from __future__ import annotations

from hall.kernel.facts import CounterVisitFact, Fact, kind_of
from hall.kernel.ids import AgentId, CounterId
from hall.queue.model.facts import HelpAsked, VisitContinued, VisitMoved


def test_what_happens_to_a_visit_at_a_counter_names_both():
    assert issubclass(VisitContinued, CounterVisitFact)
    assert issubclass(VisitMoved, CounterVisitFact)
    assert kind_of(VisitContinued) == "visit_continued"


def test_a_call_for_help_is_about_the_counter_and_no_visit():
    fact = HelpAsked(CounterId(3), AgentId("said"))
    assert isinstance(fact, Fact)
    assert (fact.counter, fact.agent, kind_of(fact)) == (3, "said", "help_asked")
