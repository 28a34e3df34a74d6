"""What the hall head has arranged for the service day, as it holds now."""

from __future__ import annotations

from contracts.arrangement_answers import ArrangementsView, ArrangementView
from hall.application.settings_ports import HasSettings
from hall.domain.arranged import holding_now
from hall.domain.arrangement import Arrangement


def arrangements_view(*, work: HasSettings) -> ArrangementsView:
    """Return what holds, the newest first; what a later arrangement covers is not told until that is taken back."""
    holding = holding_now(work.settings.arrangements)
    return ArrangementsView(tuple(arrangement_view(one) for one in reversed(holding)))


def arrangement_view(one: Arrangement) -> ArrangementView:
    """Return one arrangement as it is told."""
    return ArrangementView(
        one.id, one.kind, one.by, one.at, one.service, one.counter, one.agent, tuple(one.services), dict(one.texts)
    )
