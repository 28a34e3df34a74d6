"""Keep the advice that was shown, and hold it against what the hour brought: nobody believes a figure never checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from statistics import fmean
from typing import Protocol

from contracts.waits.outlook import AdviceScoreView, OutlookView, ScoredAdvice
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.waits.model.advice_ports import AdviceStore, GivenAdvice

HOUR = timedelta(hours=1)
IN_TIME = timedelta(minutes=15)
"""Advice that is done later is not the advice that was given."""
LISTED = 100


class ScoreAdviceWork(ShownDayWork, Protocol):
    """What noting advice reads beside the advice."""


def note_advice(view: OutlookView, new_id: str, *, work: ScoreAdviceWork, store: AdviceStore, now: Moment) -> None:
    """Keep the best advice of what is shown, once an hour for the same."""
    day = shown_day(work, now)
    if day is None or not view.advice or view.share is None:
        return
    best = view.advice[0]
    if store.newest(best.kind, best.service, best.counter, view.at - HOUR) is None:
        store.save(
            GivenAdvice(
                new_id, view.at, day.day, best.kind, best.service, best.counter, best.agent, best.services,
                best.gain_low, best.gain_likely, best.gain_high, view.share,
            )
        )  # fmt: skip


def score_advice(*, work: HasSettings, store: AdviceStore, now: Moment) -> int:
    """Store the outcome of each advice whose hour is over and whose last visitor is called or past his target."""
    targets = {service.code: float(service.target_wait_s) for service in work.settings.services}
    longest = timedelta(seconds=max(targets.values(), default=0.0))
    over = store.unscored(now.at - HOUR - longest)
    for advice in over:
        visitors, within = store.hour(advice, advice.at + HOUR, {str(code): target for code, target in targets.items()})
        followed = store.done_at(advice, advice.at + IN_TIME)
        store.save(replace(advice, followed_at=followed, visitors=visitors, within=within, scored=True))
    return len(over)


def advice_score(first: date, last: date, *, store: AdviceStore, now: Moment) -> AdviceScoreView:
    """Return how right the advice of these days was; an hour in which nobody came says nothing."""
    given = store.between(first, last)
    known = [(one, 100 * one.within / one.visitors) for one in given if one.visitors and one.within is not None]
    followed = [(one, measured) for one, measured in known if one.followed_at is not None]
    left = [(one, measured) for one, measured in known if one.followed_at is None]
    return AdviceScoreView(
        at=now.at,
        first=first,
        last=last,
        given=len(given),
        followed=sum(one.followed_at is not None for one in given),
        scored=len(known),
        gain_foretold=_mean([one.gain_likely for one, _ in followed]),
        gain_measured=_mean([measured - one.share_without for one, measured in followed]),
        off_followed=_mean([abs(measured - one.share_without - one.gain_likely) for one, measured in followed]),
        off_not_followed=_mean([abs(measured - one.share_without) for one, measured in left]),
        advice=tuple(_told(one) for one in given[:LISTED]),
    )


def _told(one: GivenAdvice) -> ScoredAdvice:
    measured = round(100 * one.within / one.visitors, 1) if one.visitors and one.within is not None else None
    return ScoredAdvice(
        one.at, one.kind, one.service, one.counter, one.agent, one.services, one.gain_low, one.gain_likely,
        one.gain_high, one.share_without, one.followed_at, one.visitors, measured,
    )  # fmt: skip


def _mean(values: list[float] | list[int]) -> float | None:
    return round(fmean(values), 1) if values else None
