"""The four axes of the ministry's strategy as figures, with None where nothing is recorded yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from central.enquiries.enquiry_figures import Enquired
from central.figures.visit_stages import held_share
from central.requests.request_figures import Referred
from central.satisfaction.figures import Satisfaction
from figures.percentiles import share
from figures.slices import Slice


@dataclass(frozen=True)
class Measure:
    """One line of an axis: a text's name, its value, and how it is shown: count, seconds, long or percent."""

    name: str
    value: float | None
    unit: str


@dataclass(frozen=True)
class Axis:
    """One axis with its measures."""

    name: str
    measures: tuple[Measure, ...]


def axes(
    whole: Slice,
    *,
    halls: int,
    premium_halls: int | None,
    training: tuple[int, int] | None,
    enquired: Mapping[str, Enquired],
    requests: Referred,
    said: Satisfaction,
) -> tuple[Axis, ...]:
    """Return the axes of a period.

    `whole` is parted by lane; `halls` are those in which anybody came, `said` is what visitors say of them.
    """
    return (
        Axis("operational", _operational(whole, halls, requests)),
        Axis("people", _people(training)),
        Axis("financial", _financial(whole, premium_halls)),
        Axis("satisfaction", (*_satisfaction(said), *_answered(enquired))),
    )


def _operational(whole: Slice, halls: int, requests: Referred) -> tuple[Measure, ...]:
    total, figures = whole.total, whole.total.figures()
    outcomes = {name.partition(":")[2]: many for name, many in whole.counts.items() if name.startswith("outcome:")}
    return (
        Measure("came", total.came, "count"),
        Measure("median_s", figures.median_s, "seconds"),
        Measure("p90_s", figures.p90_s, "seconds"),
        Measure("within", figures.within, "percent"),
        Measure("served_per_hall", round(total.served / halls) if halls else None, "count"),
        Measure("decided", share(outcomes.get("completed", 0), sum(outcomes.values())), "percent"),
        Measure("delegated", requests.decided if requests.came else None, "count"),
        Measure("held", held_share(whole), "percent"),
        Measure("on_time", requests.on_time_share, "percent"),
    )


def _people(training: tuple[int, int] | None) -> tuple[Measure, ...]:
    hours, people = training or (None, None)
    return (
        Measure("uptime", None, "percent"),
        Measure("skills", None, "percent"),
        Measure("training_hours", hours, "count"),
        Measure("trained_people", people, "count"),
    )


def _financial(whole: Slice, premium_halls: int | None) -> tuple[Measure, ...]:
    premium = whole.parts["lanes"].get("premium")
    return (
        Measure("partner_services", None, "count"),
        Measure("premium_halls", premium_halls, "count"),
        Measure("premium_visits", premium.came if premium else 0, "count"),
    )


def _satisfaction(said: Satisfaction) -> tuple[Measure, ...]:
    return (
        Measure("survey", said.satisfied, "percent"),
        Measure("survey_answers", said.answers, "count"),
        Measure("complaints", said.complaints, "count"),
        Measure("suggestions", said.suggestions, "count"),
        Measure("complaint_reply", said.reply_s, "long"),
    )


def _answered(enquired: Mapping[str, Enquired]) -> tuple[Measure, ...]:
    """Return the share of enquiries answered, of all and of each channel by which any came, and the time to reply."""
    whole = sum(enquired.values(), Enquired())
    channels = [(name, one) for name, one in enquired.items() if one.came]
    return (
        Measure("answered", whole.answered_share, "percent"),
        *(Measure(f"answered_{name}", one.answered_share, "percent") for name, one in channels),
        Measure("reply_time", whole.mean_reply_s, "long"),
    )
