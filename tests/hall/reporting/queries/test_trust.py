"""How moves out of order are counted, and an agent's figures, over made-up moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from contracts.reporting.trust import Act, ActCount
from contracts.words.hall import OutOfOrderKind
from contracts.words.surveys import Face
from hall.calendar.service_day import times_on
from hall.reporting.queries.trust import (
    LISTED,
    AgentStage,
    Days,
    SignedIn,
    act_counts,
    agent_figures,
    late_starts,
    satisfied_count,
    trust_view,
)
from tests.helpers.example_hall import SETTINGS
from tests.helpers.replacing import replace

NINE, DAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC), date(2026, 11, 24)
K = OutOfOrderKind


def act(kind: OutOfOrderKind = K.WALK_UP, by: str = "said", reason: str = "other", second: int = 0) -> Act:
    return Act(NINE + timedelta(seconds=second), kind, by, reason, f"v{second}", "", "L", 1)


class Made:
    """A source of made-up moves and stages."""

    def __init__(
        self, acts: Sequence[Act], stages: Sequence[AgentStage] = (), sign_ins: Sequence[SignedIn] = ()
    ) -> None:
        self._acts, self._stages, self._sign_ins = acts, stages, sign_ins

    def signed_in(self, since: datetime, before: datetime) -> Sequence[SignedIn]:
        return [one for one in self._sign_ins if since <= one.at < before]

    def between(self, first: date, last: date, by: str | None = None) -> Sequence[Act]:
        assert first <= last
        return [one for one in self._acts if by in {None, one.by}]

    def called(self, first: date, last: date) -> Mapping[str, int]:
        assert first <= last
        return {"said": 40}

    def stages_of(self, agent: str, first: date, last: date) -> Sequence[AgentStage]:
        assert first <= last
        return self._stages if agent == "said" else ()


def test_moves_are_counted_by_kind_and_reason_the_most_often_first():
    acts = [act(), act(K.CALL_CHOSEN), act(K.CALL_CHOSEN, reason="special_care"), act(K.CALL_CHOSEN)]
    assert act_counts(acts) == (
        ActCount(K.CALL_CHOSEN, "other", 2), ActCount(K.CALL_CHOSEN, "special_care", 1), ActCount(K.WALK_UP, "other", 1)
    )  # fmt: skip


def test_who_did_most_comes_first_beside_all_that_he_called():
    source = Made([act(), act(by="reception-1"), act(second=1)])
    view = trust_view(Days(DAY, DAY), source=source, settings=SETTINGS, at=NINE)
    assert [(one.by, one.names.get("en"), one.called, one.acts) for one in view.people] == [
        ("said", "Said", 40, 2), ("reception-1", None, 0, 1)
    ]  # fmt: skip


def test_who_began_long_after_the_counters_should_be_open_is_told_once_a_day():
    opening = times_on(DAY, SETTINGS.hours)
    assert opening is not None
    opened = datetime.combine(DAY, opening.counters_open, ZoneInfo(SETTINGS.time_zone)).astimezone(UTC)
    at = {minutes: opened + timedelta(minutes=minutes) for minutes in (-5, 4, 12, 90)}
    sign_ins = [
        SignedIn("noor", 2, at[-5]),
        SignedIn("said", 1, at[4]),
        SignedIn("gone", 3, at[12]),
        SignedIn("noor", 2, at[90]),  # back from a break, not late
        SignedIn("said", 1, at[12] + timedelta(days=1)),
    ]
    source = Made([], sign_ins=sign_ins)
    assert [(one.agent, one.names, one.counter, one.late_s) for one in late_starts(
        Days(DAY, DAY), source=source, settings=SETTINGS
    )] == [("gone", {}, 3, 720)]  # fmt: skip
    view = trust_view(Days(DAY, DAY + timedelta(days=1)), source=source, settings=SETTINGS, at=NINE)
    assert [one.agent for one in view.late] == ["said", "gone"]
    always = replace(SETTINGS, hours=replace(SETTINGS.hours, always_open=True))
    assert late_starts(Days(DAY, DAY), source=source, settings=always) == ()


def test_a_long_list_is_cut_and_says_so():
    view = trust_view(
        Days(DAY, DAY), source=Made([act(second=n) for n in range(LISTED + 7)]), settings=SETTINGS, at=NINE
    )
    assert (len(view.acts), view.more, view.people[0].acts) == (LISTED, 7, LISTED + 7)


def test_an_agents_figures_leave_walk_ups_out_of_his_calls_and_count_what_he_served():
    stages = [
        AgentStage("L", True, 10.0, 300.0, False, 90.0),
        AgentStage("L", True, 30.0, 500.0, False, 300.0),
        AgentStage("L", True, None, None, True, 600.0),
        AgentStage("H", False, None, 60.0, False),
    ]
    own = agent_figures("said", Days(DAY, DAY, "day"), source=Made([act(), act(by="badriya")], stages), at=NINE)
    assert (own.called, own.served, own.no_shows) == (3, 3, 1)
    assert (own.serving_s, own.begin_s, own.waiting_s) == (300.0, 20.0, 300.0)
    assert own.serving_mean_s == 286.7
    assert [(one.service, one.served, one.serving_s) for one in own.services] == [("H", 1, 60.0), ("L", 2, 400.0)]
    assert [one.by for one in own.acts] == ["said"]
    nothing = agent_figures("noor", Days(DAY, DAY, "day"), source=Made([]), at=NINE)
    assert (nothing.called, nothing.served, nothing.serving_s, nothing.waiting_s) == (0, 0, None, None)


def test_thanks_are_told_of_five_answers_and_more_so_that_no_single_one_shows() -> None:
    faces = [Face.GOOD, Face.VERY_GOOD, Face.POOR, Face.GOOD]
    assert satisfied_count(faces) is None
    faces.append(Face.GOOD)
    assert satisfied_count(faces) == 4
    assert satisfied_count([*faces, Face.POOR]) == 4, "the sixth is shown with the tenth"
