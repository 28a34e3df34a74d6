"""The way into a training room and out of it: asks the hall for one, and turns link and commands to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from contracts.queue.answers import Problem
from contracts.training import TrainingPlace
from counter_client.hall.answers import read_as
from counter_client.hall.hall_contact import HallContact
from counter_client.state.state import Inputs
from counter_client.training import update as training_update
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

Fold = Callable[[Inputs], Inputs]


class TrainingWay(QObject):
    """One counter's training; `folded` carries a function from the inputs to the new inputs."""

    folded = Signal(object)  # Fold

    def __init__(
        self, counter: int, calls: HallCalls, addresses: HallAddresses, contact: HallContact, *, device_token: str
    ) -> None:
        super().__init__()
        self._counter = counter
        self._calls = calls
        self._addresses = addresses
        self._contact = contact
        self._device_token = device_token

    def enter(self) -> None:
        """Ask the hall for a room."""
        self._calls.call("POST", f"/counters/{self._counter}/training", None, self._take_place)

    def leave(self, code: str = "training_left") -> None:
        """Be the counter again; `code` says why. The hall throws the room away."""
        self._addresses.enter("")
        self._contact.begin_as(self._device_token)
        self._calls.call("POST", f"/counters/{self._counter}/training/end", None, _nothing)
        self.folded.emit(lambda inputs: training_update.left(inputs, code))

    def _take_place(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is not None:
            self._tell_refusal(problem.code)
            return
        place = read_as(TrainingPlace, answer)
        if place is None:
            self._tell_refusal("no_answer")
            return
        self._addresses.enter(place.path)
        self._contact.begin_as(place.token)
        self.folded.emit(lambda inputs: training_update.entered(inputs, place))

    def _tell_refusal(self, code: str) -> None:
        told = "no_answer" if code in {"hall_away", "answer_unreadable"} else code
        self.folded.emit(lambda inputs: training_update.refused(inputs, told))


def _nothing(answer: Answer | None, problem: Problem | None) -> None:
    """Ignore the hall's answer about a room that was left: the room ends in any case."""
