"""Each refusal about complaints has a code of its own."""

from hall.domain.complaint_errors import ComplaintsManyError, ComplaintStateError, ComplaintUnknownError


def test_the_codes_are_different() -> None:
    codes = {error.code for error in (ComplaintUnknownError, ComplaintStateError, ComplaintsManyError)}
    assert codes == {"complaint_unknown", "complaint_state", "complaints_many"}
