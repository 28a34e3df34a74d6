"""An agent calls the hall head, once, until somebody says that it is over."""

from __future__ import annotations

import pytest

from hall.counters.commands.ask_help import AskHelp, EndHelp, ask_help, end_help
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.kernel.ids import AgentId, CounterId
from hall.queue.model.facts import HelpAsked, HelpOver
from hall.queue.model.refusals import NotSignedInError
from tests.helpers.example_hall import staffed_hall

ONE, SAID = CounterId(1), AgentId("said")


def test_help_is_asked_once_and_is_over_once():
    hall = staffed_hall()
    session = hall.run(ask_help, AskHelp(ONE))
    assert session.help_since == hall.clock.at
    hall.clock.advance(60)
    hall.run(ask_help, AskHelp(ONE))
    assert hall.run(end_help, EndHelp(ONE, "head")).help_since is None
    hall.run(end_help, EndHelp(ONE, "head"))
    assert hall.facts[-2:] == [HelpAsked(ONE, SAID), HelpOver(ONE, SAID, "head")]


def test_who_leaves_does_not_need_help_any_more():
    hall = staffed_hall()
    hall.run(ask_help, AskHelp(ONE))
    hall.run(sign_out, SignOut(ONE, "said"))
    assert HelpOver(ONE, SAID, "said") in hall.facts
    with pytest.raises(NotSignedInError):
        hall.run(ask_help, AskHelp(ONE))
