"""Facts about enquiries hold no text of theirs."""

import dataclasses
import inspect

from hall.enquiries.model import facts as enquiries_facts

FACTS = [
    cls for _, cls in inspect.getmembers(enquiries_facts, inspect.isclass) if cls.__module__ == enquiries_facts.__name__
]


def test_they_are_frozen_and_without_texts() -> None:
    assert len(FACTS) == 7
    for cls in FACTS:
        assert cls.__dataclass_params__.frozen
        assert not {"question", "answer", "text", "phone"} & {one.name for one in dataclasses.fields(cls)}
