"""Calls of a random day: each must be one that the poster on the wall explains, and starve nobody."""

from __future__ import annotations

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from tests.helpers.any_facts import look
from tests.helpers.any_model import AnyModel
from tests.helpers.any_world import YIELDS_S, TrueMoment


class AnyCalls(AnyModel):
    """Calls the next visitor, knowing beforehand whom the counter may call."""

    def call(self) -> None:
        counter = self.counter()
        # The day may turn with the call: who waits in the new day is known only then, so it turns before.
        self.do(look, None)
        before = self.eligible(counter)
        visit = self.do(call_next, CallNext(counter, auto=self.chance.random() < 0.1))
        if visit is not None and before is not None and visit.id in before:
            self.check_call(visit.id, before)

    def eligible(self, counter: CounterId) -> dict[str, tuple[float, float, bool, int]] | None:
        """Return whom the counter may call in a second: seconds waited, head start, sent first, and his preference."""
        work = self.hall.work()
        session, day = work.sessions.at(counter), work.days.latest()
        if session is None or day is None:
            return None
        settings = work.settings
        person = settings.agent(session.agent)
        place = settings.counter(counter)
        mine = [code for code in person.services or place.services if code in place.services]
        calls = work.numbers.calls(day.day)
        found, held = {}, {}
        for visit in work.visits.waiting(day.day):
            stage = visit.stage
            if stage.for_counter in self.seats:
                ours = stage.for_counter == counter
            elif stage.for_agent in self.seats.values():
                ours = stage.for_agent == session.agent
            else:
                ours = stage.service in mine
            if not ours:
                continue
            order = mine.index(stage.service) if person.all_round and stage.service in mine else 0
            order = order if person.all_round else person.levels.get(stage.service, 1) - 1
            order += 100 if place.reserved_for not in {None, visit.lane} else 0
            ready = TrueMoment(self.true_s + 1, self.off_s, self.boot, self.booted_s)
            waited_s = self.rank[visit.id].until(ready, slot=visit.lane is Lane.APPOINTMENT)
            entry = (waited_s, settings.head_start_s(visit.lane), stage.goes_first, order)
            is_held = stage.held_until_calls is not None and calls.get(stage.service, 0) < stage.held_until_calls
            (held if is_held else found)[visit.id] = (entry, stage.service)
        free = {service for _, service in found.values()}
        found |= {name: one for name, one in held.items() if one[1] not in free}
        return {name: entry for name, (entry, _) in found.items()}

    def check_call(self, called: str, before: dict[str, tuple[float, float, bool, int]]) -> None:
        """No starvation: a visit that was passed over has waited less, or not longer than a preference may delay it."""
        waited_s, head_s, first, order = before[called]
        stored = self.hall.stored.visits
        turns = self.hall.settings.lane_ratio
        prefers = self.prefers(CounterId(stored[VisitId(called)].counter or 0))
        for other, (other_s, other_head_s, other_first, other_order) in before.items():
            if other == called or first:
                continue
            assert not other_first, f"{other} was sent to the head, and {called} was called"
            if turns:
                if stored[VisitId(other)].lane is stored[VisitId(called)].lane:
                    assert other_s <= waited_s + 0.01, f"{called} overtook {other} in the turn of its lane"
                continue
            late, other_late = prefers and waited_s > YIELDS_S, prefers and other_s > YIELDS_S
            if late and not other_late:
                continue
            assert late or not other_late, f"{other} waited {other_s:.0f} s and was passed over for {called}"
            if late or order == other_order:
                assert other_s + other_head_s <= waited_s + head_s + 0.01, f"{called} overtook {other}"
            else:
                assert order < other_order, f"{called} goes after {other} at this counter"

    def prefers(self, counter: CounterId) -> bool:
        """Return whether anything but the effective wait ranks visits at this counter."""
        person = self.hall.settings.agent(AgentId(self.seats[counter]))
        return bool(person.all_round or person.levels or self.hall.settings.counter(counter).reserved_for)
