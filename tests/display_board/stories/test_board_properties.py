"""The whole board under random calls, recalls, answers and cuts of the link: nothing lost, nothing doubled."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contracts.live import FactMessage
from tests.display_board.helpers.example import fact, snapshot
from tests.display_board.helpers.programs import RunningBoard, running_board
from tests.helpers.speeds import examples

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("call"), st.integers(1, 9)),
        st.tuples(st.just("recall"), st.integers(1, 9)),
        st.tuples(st.just("begin"), st.integers(1, 9)),
        st.tuples(st.just("cut"), st.sampled_from([3, 15, 60, 900])),
        st.tuples(st.just("pause"), st.sampled_from([1, 6, 30])),
    ),
    max_size=25,
)


@dataclass
class Link:
    """A hall and its live link, as a script: facts made while the link is cut come in a burst after it."""

    board: RunningBoard
    called_s: dict[int, float] = field(default_factory=dict)
    facts: list[FactMessage] = field(default_factory=list)
    missed: list[FactMessage] = field(default_factory=list)
    cut_until_s: float | None = None
    told_late: dict[int, float] = field(default_factory=dict)
    """seq → the age of the fact when the board got it, for facts that came after a cut."""

    def step(self, kind: str, value: int) -> None:
        now = self.board.clock.seconds
        if kind == "pause":
            self._pass(value)
        elif kind == "cut":
            if self.cut_until_s is None:
                self.board.program.board.online(False)
                self.cut_until_s = now + value
        elif kind == "call" and value not in self.called_s:
            self.called_s[value] = now
            self._make("visit_called", value)
        elif kind in {"recall", "begin"} and value in self.called_s:
            self._make(f"visit_{'recalled' if kind == 'recall' else 'begun'}", value)
            if kind == "begin":
                del self.called_s[value]
        self._pass(1)

    def _make(self, kind: str, who: int) -> None:
        made = fact(
            kind,
            f"A{who:03}",
            who,
            at_s=self.board.clock.seconds,
            called_s=self.called_s[who],
            seq=len(self.facts) + 1,
        )
        self.facts.append(made)
        if self.cut_until_s is None:
            self.board.program.board.fact(made)
        else:
            self.missed.append(made)

    def _pass(self, seconds: float) -> None:
        self.board.pass_s(seconds)
        if self.cut_until_s is not None and self.board.clock.seconds >= self.cut_until_s:
            self.mend()

    def mend(self) -> None:
        self.cut_until_s = None
        self.board.program.board.online(True)
        now = self.board.clock.now()
        for made in self.missed:
            self.told_late[made.seq] = (now - made.at).total_seconds()
            self.board.program.board.fact(made)
        self.missed.clear()
        self.board.clock.seconds += 3  # the link stands again


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_nothing_is_lost_and_nothing_doubled_whatever_happens(qtbot: QtBot, steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, running_board(Path(folder)) as running:
        running.program.shell.show(running.program.window)
        running.program.board.online(True)
        running.program.board.snapshot(snapshot())
        running.clock.seconds += 3
        link = Link(running)
        for kind, value in steps:
            link.step(kind, value)
        link.mend()
        qtbot.waitUntil(lambda: all_said(running))
        for _ in range(4):
            running.program.board.turn_page()
            QApplication.processEvents()
        _assert_nothing_lost(running, link)


def all_said(running: RunningBoard) -> bool:
    """Let time pass; return whether every call that was to be spoken has been."""
    running.pass_s(6)
    return len(running.events("spoken")) == len(_named(running, "queued"))


def _named(running: RunningBoard, became: str) -> list[object]:
    return [line["seq"] for line in running.events("heard") if line["became"] == became]


def _assert_nothing_lost(running: RunningBoard, link: Link) -> None:
    announced = [one.seq for one in link.facts if one.kind in {"visit_called", "visit_recalled"}]
    assert [line["seq"] for line in running.events("heard")] == announced
    stale = {seq for seq, age_s in link.told_late.items() if age_s > 20}
    assert set(_named(running, "not_spoken")) == stale & set(announced)
    assert [line["seq"] for line in running.events("spoken")] == _named(running, "queued")
    seen = {line["seq"] for line in running.events("shown", "superseded", "passed")}
    merged = set(_named(running, "merged"))
    assert set(announced) - merged <= seen
    assert running.player is not None
    assert running.player.overlaps == 0
    assert len(running.player.played) == len(running.events("spoken"))
