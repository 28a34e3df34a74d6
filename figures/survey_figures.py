"""The definitions of the figures of the survey: what is counted, and from how many answers on it is shown (pure)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

from contracts.surveys.figures import SurveyFigures, SurveyPart, SurveysFigured
from contracts.words.surveys import FEWEST, SATISFIED, Face
from figures.percentiles import share

K = TypeVar("K")
FaceRow: TypeAlias = tuple[date, str, int, Face, int]
"""Service day, service, hour, face, and how many gave it."""
ServedRow: TypeAlias = tuple[date, str, int]
"""Service day, service, and how many visits ended at a counter."""


def survey_figures(
    faces: Sequence[FaceRow], served: Sequence[ServedRow], *, service: str | None = None, by_month: bool = False
) -> SurveysFigured:
    """Return the figures of all, of one service where asked, and of each part."""
    mine = [row for row in faces if service in {None, row[1]}]
    could = [row for row in served if service in {None, row[1]}]

    def step(day: date) -> str:
        return (day.replace(day=1) if by_month else day).isoformat()

    # A service that stands hidden beside the others is not told alone either.
    hidden = service in hidden_of(_sums((row[1], row[4]) for row in faces))
    return SurveysFigured(
        _figures(((row[3], row[4]) for row in mine), sum(row[2] for row in could), hidden=hidden),
        _parts(((row[1], row[3], row[4]) for row in mine), _sums((row[1], row[2]) for row in could), hidden=hidden),
        _parts(((str(row[2]), row[3], row[4]) for row in mine), None, hidden=hidden),
        _parts(
            ((step(row[0]), row[3], row[4]) for row in mine),
            _sums((step(row[0]), row[2]) for row in could),
            hidden=hidden,
        ),
    )


def hidden_of(answers: Mapping[str, int]) -> frozenset[str]:
    """Return the parts of a whole, by their answers, of which only their number is shown.

    Those of fewer than five, and the next smallest ones until the whole without the parts that are shown leaves five.

    >>> sorted(hidden_of({"A": 40, "B": 7, "C": 1})), sorted(hidden_of({"A": 40, "B": 3, "C": 2}))
    (['B', 'C'], ['B', 'C'])
    """
    hidden, left = set[str](), 0
    for part, many in sorted(answers.items(), key=lambda one: (one[1], one[0])):
        if many >= FEWEST and not 0 < left < FEWEST:
            break
        hidden.add(part)
        left += many
    return frozenset(hidden)


def _figures(faces: Iterable[tuple[Face, int]], served: int | None, *, hidden: bool) -> SurveyFigures:
    counted = _sums(faces)
    answers = counted.total()
    told = answers >= FEWEST and not hidden
    satisfied = sum(many for face, many in counted.items() if face in SATISFIED)
    points = sum(face.value * many for face, many in counted.items())
    return SurveyFigures(
        answers=answers,
        served=served,
        response_share=share(answers, served) if served is not None else None,
        satisfied_share=share(satisfied, answers) if told else None,
        mean=round(points / answers, 2) if told else None,
    )


def _parts(
    rows: Iterable[tuple[str, Face, int]], served: Mapping[str, int] | None, *, hidden: bool
) -> tuple[SurveyPart, ...]:
    parts: dict[str, list[tuple[Face, int]]] = {}
    for key, face, many in rows:
        parts.setdefault(key, []).append((face, many))
    few = parts.keys() if hidden else hidden_of({key: sum(many for _, many in rows) for key, rows in parts.items()})
    return tuple(
        SurveyPart(key, _figures(parts[key], None if served is None else served.get(key, 0), hidden=key in few))
        for key in sorted(parts, key=lambda one: (len(one), one))
    )


def _sums(rows: Iterable[tuple[K, int]]) -> Counter[K]:
    counted: Counter[K] = Counter()
    for key, many in rows:
        counted[key] += many
    return counted
