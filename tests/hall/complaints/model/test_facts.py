"""What a complaint says is in no fact."""

from dataclasses import fields

from hall.complaints.model import facts as complaints_facts
from hall.kernel.facts import Fact


def test_no_fact_has_a_text() -> None:
    facts = [one for one in vars(complaints_facts).values() if isinstance(one, type) and issubclass(one, Fact)]
    names = {field.name for one in facts for field in fields(one)}
    assert len(facts) == 6, "five facts and their base"
    assert not {"text", "answer"} & names
