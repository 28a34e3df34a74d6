"""How many enquiries came by which channel, how many are answered, and how long a reply took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Engine, Select, func, select

from central.enquiries.enquiries import sums
from central.store.tables.enquiries import enquiry, enquiry_month, enquiry_topic
from contracts.words.enquiries import Channel, EnquiryState
from figures.percentiles import share
from figures.period import Asked

CHANNELS = tuple(channel.value for channel in Channel)
BY_DAY = frozenset({"day", "week"})
"""Periods that do not consist of whole months."""
_ADDED = ("came", "answered", "left_open", "replied", "reply_s")


@dataclass(frozen=True)
class Enquired:
    """Enquiries that came: all, those answered by now, those left open at first, those replied to since, in seconds."""

    came: int = 0
    answered: int = 0
    left_open: int = 0
    replied: int = 0
    reply_s: int = 0

    def __add__(self, other: Enquired) -> Enquired:
        return Enquired(*(getattr(self, name) + getattr(other, name) for name in _ADDED))

    @property
    def answered_share(self) -> float | None:
        """Return the share answered by now, in percent; None where none came."""
        return share(self.answered, self.came)

    @property
    def mean_reply_s(self) -> float | None:
        """Return the mean from asking to the answer over those left open at first, in seconds; None for none."""
        return self.reply_s / self.replied if self.replied else None


@dataclass(frozen=True)
class OpenNow:
    """Enquiries of a hall whose answer is not confirmed now, and since when the oldest is open."""

    hall: str
    many: int
    oldest: datetime


@dataclass(frozen=True)
class EnquiryFigures:
    """A period's enquiries of all halls: by channel, by topic and channel, by hall and channel, and the open ones."""

    channels: Mapping[str, Enquired]
    topics: Mapping[str, Mapping[str, Enquired]]
    halls: Mapping[str, Mapping[str, Enquired]]
    topic_names: Mapping[str, dict[str, str]]
    open: Sequence[OpenNow]

    @property
    def whole(self) -> Enquired:
        """Return all channels together."""
        return sum(self.channels.values(), Enquired())


def enquiry_figures(engine: Engine, asked: Asked) -> EnquiryFigures:
    """Return the enquiries of the period."""
    with engine.connect().execution_options(read_only=True) as connection:
        topics = _by(connection, asked, "topic")
        return EnquiryFigures(
            channels=_channels(topics),
            topics=topics,
            halls=_by(connection, asked, "hall"),
            topic_names={row.topic: row.names for row in connection.execute(select(enquiry_topic))},
            open=_open(connection),
        )


def open_enquiries(engine: Engine) -> Mapping[str, int]:
    """Return how many enquiries are open now, by hall; a hall without any is left out."""
    with engine.connect().execution_options(read_only=True) as connection:
        return {one.hall: one.many for one in _open(connection)}


def channels_of(engine: Engine, asked: Asked) -> Mapping[str, Enquired]:
    """Return the period's enquiries by channel, all halls together."""
    with engine.connect().execution_options(read_only=True) as connection:
        return _channels(_by(connection, asked, "topic"))


def _channels(groups: Mapping[str, Mapping[str, Enquired]]) -> dict[str, Enquired]:
    found = {channel: Enquired() for channel in CHANNELS}
    for by_channel in groups.values():
        for channel, one in by_channel.items():
            found[channel] += one
    return found


def _by(connection: Connection, asked: Asked, name: str) -> dict[str, dict[str, Enquired]]:
    """Return the period's enquiries by a column and channel, the one with the most first."""
    groups: dict[str, dict[str, Enquired]] = {}
    for key, channel, *numbers in connection.execute(_query(asked, name)):
        groups.setdefault(key, {})[channel] = Enquired(*(int(number) for number in numbers))
    return dict(sorted(groups.items(), key=lambda one: (-_came(one[1]), one[0])))


def _query(asked: Asked, name: str) -> Select[Any]:
    if asked.period in BY_DAY:
        columns: tuple[Column[Any], ...] = (enquiry.c[name], enquiry.c.channel)
        return select(*columns, *sums()).where(enquiry.c.service_day.between(*asked.days)).group_by(*columns)
    columns = (enquiry_month.c[name], enquiry_month.c.channel)
    added = [func.sum(enquiry_month.c[one]) for one in _ADDED]
    return select(*columns, *added).where(enquiry_month.c.month.between(*asked.days)).group_by(*columns)


def _open(connection: Connection) -> list[OpenNow]:
    states = [state.value for state in EnquiryState if state is not EnquiryState.CONFIRMED]
    query = (
        select(enquiry.c.hall, func.count(), func.min(enquiry.c.asked_at))
        .where(enquiry.c.state.in_(states))
        .group_by(enquiry.c.hall)
        .order_by(func.min(enquiry.c.asked_at))
    )
    return [OpenNow(*row) for row in connection.execute(query)]


def _came(by_channel: Mapping[str, Enquired]) -> int:
    return sum(one.came for one in by_channel.values())
