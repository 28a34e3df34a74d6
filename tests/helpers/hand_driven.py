"""An executor and a clock that move only when the test says so."""

from __future__ import annotations

from collections.abc import Callable


class HandDriven:
    """An Executor for qtkit.program.jobs.JobLane: work waits until `step()`, and runs in the order it came."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.stopped = False

    def run(self, work: Callable[[], None]) -> None:
        self.waiting.append(work)

    def stop(self) -> None:
        self.stopped = True
        self.waiting.clear()

    def step(self) -> None:
        """Run the piece of work that has waited longest."""
        self.waiting.pop(0)()

    def run_all(self) -> None:
        """Run everything, also what is added meanwhile."""
        while self.waiting:
            self.step()


class HandClock:
    """Seconds that pass only by `pass_s`."""

    def __init__(self, now_s: float = 1000.0) -> None:
        self.now_s = now_s

    def __call__(self) -> float:
        return self.now_s

    def pass_s(self, seconds: float) -> None:
        self.now_s += seconds
