"""Two keys are enough for an enquiry that is answered at once."""

import pytest

from contracts.codec.reader import ContractError, from_json
from contracts.enquiries.answers import EnquiryRequest
from contracts.words.enquiries import Channel


def test_topic_and_channel_are_all_that_is_needed() -> None:
    read = from_json(EnquiryRequest, {"topic": "survey", "channel": "social"})
    assert read == EnquiryRequest("survey", Channel.SOCIAL)
    with pytest.raises(ContractError, match="channel"):
        from_json(EnquiryRequest, {"topic": "survey", "channel": "telex"})
