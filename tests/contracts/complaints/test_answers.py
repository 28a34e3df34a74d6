"""The bodies of complaints are read strictly."""

import pytest

from contracts.codec.reader import ContractError, from_json
from contracts.complaints.answers import ComplaintRequest
from contracts.words.complaints import Nature


def test_nature_and_text_are_all_that_is_needed() -> None:
    assert from_json(ComplaintRequest, {"nature": "suggestion", "text": "x"}) == ComplaintRequest(
        Nature.SUGGESTION, "x"
    )


@pytest.mark.parametrize("body", [{"text": "x"}, {"nature": "praise", "text": "x"}, {"nature": "complaint"}])
def test_what_is_neither_is_refused(body: object) -> None:
    with pytest.raises(ContractError):
        from_json(ComplaintRequest, body)
