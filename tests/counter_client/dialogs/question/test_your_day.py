from __future__ import annotations

from counter_client.dialogs.question.presenter import CONTINUE, derive_choices
from counter_client.dialogs.question.your_day import YourDay, derive_your_day
from counter_client.state.actions import Action
from counter_client.state.intents import Choose, Do
from counter_client.state.state import Sheet, SheetKind
from counter_client.update.decide import decide
from tests.counter_client.helpers.builders import at_work
from tests.helpers.agent_figures import figures
from tests.helpers.replacing import replace

DAY = figures(served=23, no_shows=2, serving_s=359.6, waiting_s=840.4, thanks=7)
ASKED = replace(at_work(sheet=Sheet(SheetKind.SIGN_OUT)), figures=DAY)


def test_the_day_is_told_when_sign_out_is_asked() -> None:
    assert derive_your_day(ASKED) == YourDay(23, 2, 360, 840, 7)


def test_the_day_is_told_alone_and_closes_at_one_key() -> None:
    opened, post = decide(replace(at_work(), figures=DAY), Do(Action.OWN_DAY))
    assert (post, derive_your_day(opened)) == (None, YourDay(23, 2, 360, 840, 7))
    choices = derive_choices(opened)
    assert choices is not None
    assert (choices.question, [one.code for one in choices.choices]) == ("own_day", [CONTINUE])
    closed, post = decide(replace(opened, now_s=opened.now_s + 1), Choose(CONTINUE))
    assert (closed.sheet, post) == (None, None)


def test_before_the_first_call_and_finish_no_time_is_told() -> None:
    assert derive_your_day(replace(ASKED, figures=figures())) == YourDay(0, 0, None, None)


def test_nothing_is_told_before_the_figures_have_come_or_on_another_sheet() -> None:
    assert derive_your_day(replace(ASKED, figures=None)) is None
    assert derive_your_day(replace(ASKED, sheet=Sheet(SheetKind.BREAK))) is None
    assert derive_your_day(replace(ASKED, sheet=None)) is None
