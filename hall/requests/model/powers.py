"""What a delegated power allows: who decides by it, on which days and up to which amount; pure."""

from __future__ import annotations

from hall.kernel.request_settings import Power
from hall.requests.model.refusals import PowerAmountError, PowerExpiredError, PowerHolderError, PowerLimitError
from hall.requests.model.request import Decision


def refuse_beyond_power(decision: Decision, power: Power) -> None:
    """Raise the refusal of a decision that the power does not allow."""
    if power.valid_until is not None and decision.day > power.valid_until:
        raise PowerExpiredError(f"the power {power.code} was valid until {power.valid_until}")
    if power.holder and decision.by != power.holder:
        raise PowerHolderError(f"the power {power.code} is delegated to {power.holder} alone")
    if power.limit_omr is None:
        return
    if decision.amount_omr is None:
        raise PowerAmountError(f"the power {power.code} has a limit: name the amount of the decision")
    if decision.amount_omr > power.limit_omr:
        raise PowerLimitError(f"the power {power.code} allows {power.limit_omr} rials at most")
