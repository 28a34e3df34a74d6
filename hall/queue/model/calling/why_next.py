"""Why a visitor was next: a short account that is kept with the call, and the values that a sentence needs."""

from __future__ import annotations

from dataclasses import dataclass

from hall.queue.model.calling.rule import Choice, Why


@dataclass(frozen=True, slots=True)
class Reason:
    """What an account says: the word of the rule, and by which figures the visitor was first."""

    word: str
    waited_s: int
    head_start_s: int
    lane: str
    among: int

    @property
    def is_only_choice(self) -> bool:
        """Return whether nobody else waited, so that no rule decided."""
        return self.word == Why.LONGEST_WAIT.value and self.among == 1


def account(choice: Choice) -> str:
    """Return what is kept: the word of the rule, seconds waited, head start, lane, and among how many."""
    lane = choice.waiting.lane.value
    return f"{choice.why.value} {round(max(0.0, choice.waited_s))} {choice.head_start_s} {lane} {choice.among}"


def reason_of(text: str) -> Reason:
    """Return what an account says.

    >>> reason_of("longest_wait 1380 1200 priority 7")
    Reason(word='longest_wait', waited_s=1380, head_start_s=1200, lane='priority', among=7)
    """
    word, waited_s, head_start_s, lane, among = text.split()
    return Reason(word, int(waited_s), int(head_start_s), lane, int(among))
