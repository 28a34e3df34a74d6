"""Read the hall's answers as classes of the contract."""

from __future__ import annotations

import logging
from typing import TypeVar

from contracts.codec.reader import ContractError, from_json
from contracts.queue.answers import FinishedVisit, VisitView
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)

T = TypeVar("T")


def read_as(cls: type[T], answer: Answer | None) -> T | None:
    """Return an answer as a `cls`, None (and a warning in the log) where it cannot be read as one."""
    try:
        return from_json(cls, answer)
    except ContractError as error:
        log.warning("the hall's answer is not understood (%s): are both of one version?", error)
        return None


def read_visit(answer: Answer | None) -> VisitView | None:
    """Return the visit that an answer holds, None where it holds none; a finish tells what it has registered too."""
    if not answer or "stages" not in answer:
        return None
    return read_as(FinishedVisit if "requests" in answer else VisitView, answer)
