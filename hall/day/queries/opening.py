"""The state of the check before the hall opens: the answers of the devices, and the hall's own checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from contracts.day.opening import OpeningStep, OpeningView, StepState
from contracts.queue.queues_view import DeviceNow
from contracts.words.hall import NO_SOUND
from hall.calendar.day_view import DayViewWork, day_view
from hall.day.model.opening_ports import HasOpenings, OpeningCheck
from hall.kernel.moment import Moment
from hall.queue.model.ports import HasSessions

PATIENCE_S = 45.0
"""A device that has not done its test by then is in trouble: the whole check is to take a minute."""
OK, WAITING, ASK, TROUBLE = StepState.OK, StepState.WAITING, StepState.ASK, StepState.TROUBLE


class OpeningViewWork(DayViewWork, HasOpenings, HasSessions, Protocol):
    """What the view of the opening check reads."""


def opening_view(
    *, work: OpeningViewWork, now: Moment, devices: Sequence[DeviceNow], reasons: Collection[str], centre: bool
) -> OpeningView:
    """Return the newest check; `reasons` are those of /healthz, `centre` whether it has one."""
    check = work.openings.newest()
    if check is None:
        return OpeningView(None, None, None, None, ())
    if check.ended_at:
        steps = check.steps
    else:
        steps = steps_of(check, work=work, now=now, devices=devices, reasons=reasons, centre=centre)
    return OpeningView(check.id, check.by, check.begun_at, check.ended_at, steps)


def steps_of(
    check: OpeningCheck,
    *,
    work: OpeningViewWork,
    now: Moment,
    devices: Sequence[DeviceNow],
    reasons: Collection[str],
    centre: bool,
) -> tuple[OpeningStep, ...]:
    """Return each step as it stands now."""
    late = (now.at - check.begun_at).total_seconds() > PATIENCE_S
    return (
        *_device_steps(check, devices, late=late),
        *_counter_steps(work),
        _clock(work, now),
        _own("disk", ("disk_low",), reasons),
        _centre(reasons) if centre else OpeningStep("centre", "", "", OK, "no_centre"),
    )


def _device_steps(check: OpeningCheck, devices: Sequence[DeviceNow], *, late: bool) -> Iterator[OpeningStep]:
    for device in devices:
        answer = check.answered.get(device.device)
        if device.kind == "kiosk":
            yield _tested("kiosk", device, OK, answer, late=late)
            paper = device.paper if device.paper in {"ok", "low", "out"} else "unknown"
            yield OpeningStep("paper", device.device, device.name, OK if paper == "ok" else _paper(paper), paper)
        elif device.kind == "board":
            # A board knows that it has spoken; only a person knows that it was heard. One without sound need not try,
            # and at an hour without spoken calls its answer does not show it.
            answer = NO_SOUND if device.fault == NO_SOUND else answer
            yield _tested("board", device, ASK, answer, late=late)


def _tested(step: str, device: DeviceNow, good: StepState, answer: str | None, *, late: bool) -> OpeningStep:
    if answer is not None:
        state = {"": good, "muted": OK}.get(answer, TROUBLE)
        return OpeningStep(step, device.device, device.name, state, answer)
    return OpeningStep(step, device.device, device.name, TROUBLE if late else WAITING, "no_answer" if late else "")


def _paper(paper: str) -> StepState:
    return ASK if paper == "unknown" else TROUBLE


def _counter_steps(work: OpeningViewWork) -> Iterator[OpeningStep]:
    manned = {session.counter for session in work.sessions.open()}
    for counter in work.settings.counters:
        state = OK if counter.number in manned else ASK
        yield OpeningStep("counter", str(counter.number), "", state, "" if state is OK else "not_signed_in")


def _clock(work: DayViewWork, now: Moment) -> OpeningStep:
    doubtful = day_view(work=work, now=now).state == "doubtful"
    return OpeningStep("clock", "", "", TROUBLE if doubtful else ASK, "date_doubtful" if doubtful else "")


def _centre(reasons: Collection[str]) -> OpeningStep:
    return _own("centre", ("centre_held", "centre_away", "centre_inbox"), reasons)


def _own(step: str, troubles: Sequence[str], reasons: Collection[str]) -> OpeningStep:
    trouble = next((reason for reason in troubles if reason in reasons), "")
    return OpeningStep(step, "", "", TROUBLE if trouble else OK, trouble)
