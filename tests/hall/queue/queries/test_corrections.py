"""Which stages are doubtful, and how corrections are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from contracts.words.hall import CorrectionReason, VisitState
from hall.queue.commands.correct import Correct, TakeBackCorrection, correct, take_back_correction
from hall.queue.model.corrections.amendment import Amendment
from hall.queue.queries.corrections import LISTED, EndedStage, corrections_view
from tests.hall.queue.commands.test_correct import REFERRED, V1, served_hall
from tests.helpers.example_hall import NINE, TUESDAY
from tests.helpers.replacing import replace


def stage(served_s: float, service: str = "L", state: VisitState = VisitState.FINISHED) -> EndedStage:
    return EndedStage("v9", "L009", 0, service, state, 1, "said", NINE, NINE, NINE, served_s)


class Made:
    def __init__(self, stages: Sequence[EndedStage]) -> None:
        self.stages = stages

    def outliers(self, first: date, last: date, short_s: float, long_s: float) -> Sequence[EndedStage]:
        assert (short_s, long_s) == (20, 540), "three times what the shortest service takes"
        return self.stages


def test_times_are_held_against_what_their_own_service_takes():
    hall = served_hall()
    stages = [
        stage(19), stage(541), stage(1800), stage(1801), stage(541, "Q"), stage(9999, "gone"),
        stage(300, state=VisitState.CLOSED_BY_DAY), replace(stage(300), begun_late=True),
    ]  # fmt: skip
    view = corrections_view(TUESDAY, TUESDAY, work=hall.work(), stages=Made(stages), now=hall.clock.now())
    assert [(one.serving_s, one.service, one.why) for one in view.doubtful] == [
        (19, "L", "too_short"), (1801, "L", "left_open"), (541, "Q", "left_open"), (300, "L", "closed_by_day"),
        (300, "L", "begun_late"),
    ]  # fmt: skip


def test_a_begin_that_was_put_right_is_no_longer_in_doubt():
    hall = served_hall()
    late = Made([replace(stage(300), visit="v1", begun_late=True)])

    def in_doubt() -> list[str]:
        view = corrections_view(TUESDAY, TUESDAY, work=hall.work(), stages=late, now=hall.clock.now())
        return [one.why for one in view.doubtful]

    hall.run(correct, REFERRED)
    assert in_doubt() == ["begun_late"], "its outcome says nothing of its begin"
    begun = hall.work().visits.get(V1).stage.begun
    assert begun is not None
    sooner = Amendment(0, CorrectionReason.FORGOTTEN_BEGIN, begun_at=begun.at - timedelta(seconds=5))
    hall.run(correct, Correct(V1, sooner, "noor"))
    assert in_doubt() == []
    hall.run(take_back_correction, TakeBackCorrection(V1, "noor"))
    assert in_doubt() == ["begun_late"]


def test_corrections_are_told_with_both_values():
    hall = served_hall()
    hall.run(correct, REFERRED)
    view = corrections_view(TUESDAY, TUESDAY, work=hall.work(), stages=Made([]), now=hall.clock.now())
    (one,) = view.corrections
    assert (one.before.outcome, one.after.outcome, one.by, one.taken_back_by) == (
        "completed", "referred", "noor", None
    )  # fmt: skip


def test_a_long_list_is_cut_and_says_so():
    hall = served_hall()
    many = Made([stage(1)] * (LISTED + 3))
    view = corrections_view(TUESDAY, TUESDAY, work=hall.work(), stages=many, now=hall.clock.now())
    assert (len(view.doubtful), view.more) == (LISTED, 3)
