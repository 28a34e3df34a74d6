"""What visitors of all halls say, as figures of a period: the survey, complaints and suggestions, time to reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, func, select

from central.store.tables.satisfaction import complaint, survey, survey_month
from contracts.words.complaints import Nature
from contracts.words.surveys import FEWEST, SATISFIED
from figures.percentiles import share
from figures.period import Asked

_SATISFIED = frozenset(face.value for face in SATISFIED)


@dataclass(frozen=True)
class Satisfaction:
    """Figures of a period: a share in percent, counts, seconds; None where nothing is recorded."""

    answers: int | None
    satisfied: float | None
    complaints: int | None
    suggestions: int | None
    reply_s: float | None
    """Mean time from coming to the answer, of the complaints and suggestions of the period that are answered."""


def satisfaction(engine: Engine, asked: Asked) -> Satisfaction:
    """Return the figures of the period over all halls."""
    first, last = asked.days
    with engine.connect().execution_options(read_only=True) as connection:
        faces = _faces(connection, first, last, by_day=asked.period in {"day", "week"})
        brought = _brought(connection, first, last)
        ever = connection.execute(select(complaint.c.number).limit(1)).first() is not None
    answers = sum(faces.values())
    satisfied = share(sum(faces[face] for face in faces if face in _SATISFIED), answers) if answers >= FEWEST else None
    replied = sum(many for _, many, _ in brought.values())
    seconds = sum(total for *_, total in brought.values())
    complaints, suggestions = (
        brought[one.value][0] if one.value in brought else (0 if ever else None)
        for one in (Nature.COMPLAINT, Nature.SUGGESTION)
    )
    reply_s = round(seconds / replied, 1) if replied else None
    return Satisfaction(answers or None, satisfied, complaints, suggestions, reply_s)


def _faces(connection: Connection, first: date, last: date, *, by_day: bool) -> dict[int, int]:
    if by_day:
        query = select(survey.c.face, func.count()).where(survey.c.service_day.between(first, last))
        found = query.group_by(survey.c.face)
    else:
        months = select(survey_month.c.face, func.sum(survey_month.c.many))
        found = months.where(survey_month.c.month.between(first, last)).group_by(survey_month.c.face)
    return {face: int(many) for face, many in connection.execute(found)}


def _brought(connection: Connection, first: date, last: date) -> dict[str, tuple[int, int, int]]:
    query = select(
        complaint.c.nature,
        func.count(),
        func.count(complaint.c.reply_s),
        func.coalesce(func.sum(complaint.c.reply_s), 0),
    ).where(complaint.c.service_day.between(first, last))
    rows = connection.execute(query.group_by(complaint.c.nature))
    return {nature: (came, replied, int(seconds)) for nature, came, replied, seconds in rows}
