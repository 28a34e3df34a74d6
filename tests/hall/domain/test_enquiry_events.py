"""Facts about enquiries hold no text of theirs."""

import dataclasses
import inspect

from hall.domain import enquiry_events

FACTS = [
    cls for _, cls in inspect.getmembers(enquiry_events, inspect.isclass) if cls.__module__ == enquiry_events.__name__
]


def test_they_are_frozen_and_without_texts() -> None:
    assert len(FACTS) == 7
    for cls in FACTS:
        assert cls.__dataclass_params__.frozen
        assert not {"question", "answer", "text", "phone"} & {one.name for one in dataclasses.fields(cls)}
