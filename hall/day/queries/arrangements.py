"""What the hall head has arranged for the service day, as it holds now."""

from __future__ import annotations

from contracts.day.arrangements import ArrangementsView, ArrangementView
from hall.kernel.arrangement import Arrangement
from hall.kernel.ports import HasSettings
from hall.kernel.settings import HallSettings
from hall.kernel.settings_in_force import changes_set_up, holding_now


def arrangements_view(*, work: HasSettings, set_up: HallSettings) -> ArrangementsView:
    """Return what the hall does otherwise than it was set up, the newest first.

    Left out: what a later arrangement covers, until that is taken back; and what only restores the set-up, as the
    opening of a service that was closed today.
    """
    holding = [one for one in holding_now(work.settings.arrangements) if changes_set_up(one, set_up)]
    return ArrangementsView(tuple(arrangement_view(one) for one in reversed(holding)))


def arrangement_view(one: Arrangement) -> ArrangementView:
    """Return one arrangement as the page shows it."""
    return ArrangementView(
        one.id, one.kind, one.by, one.at, one.service, one.counter, one.agent, tuple(one.services), dict(one.texts)
    )
