"""Bodies about requests are read strictly."""

import pytest

from contracts.codec.reader import ContractError, from_json
from contracts.queue.bodies import FinishRequest
from contracts.requests.bodies import IntakeRequest, NewRequest


def test_a_finish_carries_one_request_or_several() -> None:
    one = {"subject": "منح أرض", "directorate": "lands"}
    read = from_json(FinishRequest, {"outcome": "request_registered", "request": one, "requests": [one, one]})
    assert read.request == NewRequest("منح أرض", "lands")
    assert len(read.requests) == 2
    assert from_json(FinishRequest, {"outcome": "completed"}).requests == ()


def test_an_intake_without_its_source_is_no_intake() -> None:
    with pytest.raises(ContractError, match="source"):
        from_json(IntakeRequest, {"subject": "x", "directorate": "lands"})
