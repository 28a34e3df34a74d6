from __future__ import annotations

from printer.spool.timeouts import Patience


def test_each_conclusion_is_drawn_after_what_it_rests_on_had_its_time() -> None:
    patience = Patience()
    assert patience.answer_s < patience.check_s, "a look is over before the next one"
    assert patience.silence_s > 2 * (patience.check_s + patience.answer_s), "one lost answer is no silence"
    assert patience.stuck_s > patience.write_s, "a printer is stuck after more than one write"
    assert patience.fence_s > patience.silence_s, "silence is reported before the fence is given up"
