"""The centre's refusals: their status, and what goes with them."""

from __future__ import annotations

import pytest

from central import errors
from central.errors import BodyError, BusyError, CentralError, StreamError


@pytest.mark.parametrize(
    "kind", [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, CentralError)]
)
def test_each_refusal_has_the_status_that_the_tree_tells(kind: type[CentralError]) -> None:
    told = next((line for line in (errors.__doc__ or "").splitlines() if line.split()[:1] == [kind.__name__]), "")
    assert told
    if kind is not CentralError:
        assert str(kind.status) in told
        assert 400 <= kind.status < 600


def test_what_goes_with_a_refusal_is_its_own() -> None:
    more = {"acked_seq": 7}
    refusal = StreamError("gap", "go back", more=more)
    more["acked_seq"] = 8
    assert (refusal.code, refusal.status, refusal.more, str(refusal)) == ("gap", 409, {"acked_seq": 7}, "go back")


def test_one_refusal_may_have_another_status_without_changing_its_kind() -> None:
    assert BodyError("not_json", "…", status=400).status == 400
    assert BodyError("invalid", "…").status == 422
    assert BusyError("too_many_tries", "…", retry_after_s=60, status=429).retry_after_s == 60
