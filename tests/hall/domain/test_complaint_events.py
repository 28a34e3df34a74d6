"""What a complaint says is in no fact."""

from dataclasses import fields

from hall.domain import complaint_events
from hall.domain.events import Fact


def test_no_fact_has_a_text() -> None:
    facts = [one for one in vars(complaint_events).values() if isinstance(one, type) and issubclass(one, Fact)]
    names = {field.name for one in facts for field in fields(one)}
    assert len(facts) == 6, "five facts and their base"
    assert not {"text", "answer"} & names
