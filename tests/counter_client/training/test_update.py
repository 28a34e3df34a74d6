from __future__ import annotations

from contracts.training import TrainingPlace
from counter_client.state.actions import Action
from counter_client.state.first_day import FirstDay
from counter_client.state.state import Notice, Practice, SignInDraft, Tone
from counter_client.training.update import did, entered, first_day, left, moved, refused
from tests.counter_client.helpers.builders import at_sign_in, at_work, visit

PLACE = TrainingPlace(3, "/training/0a", "t", "123456")
IN = {"practice": Practice("123456")}


def test_a_training_begins_with_nobody_signed_in_and_ends_so() -> None:
    inside = entered(at_sign_in(busy=Action.TRAINING, agent="said", pin="47"), PLACE)
    assert (inside.training.practice, inside.busy, inside.sign_in) == (Practice("123456"), None, SignInDraft())
    assert first_day(inside) == FirstDay()
    outside = left(inside)
    assert (outside.training.practice, outside.notice) == (None, Notice(Tone.DONE, "training_left"))
    assert first_day(outside) is None
    assert left(inside, "training_over").notice == Notice(Tone.WARNING, "training_over")


def test_a_training_that_was_not_opened_says_why() -> None:
    told = refused(at_sign_in(busy=Action.TRAINING), "counter_taken")
    assert (told.busy, told.notice) == (None, Notice(Tone.WARNING, "counter_taken"))


def test_what_is_done_at_work_is_no_step_of_a_guide() -> None:
    assert did(at_work(), Action.CALL_NEXT, visit()) == at_work()
    assert moved(at_work(), 1) == at_work()


def test_a_call_counts_only_when_somebody_came_of_it() -> None:
    at_two = at_work(first_days={"said": FirstDay(2)}, **IN)
    assert first_day(did(at_two, Action.CALL_NEXT, None)) == FirstDay(2)
    assert first_day(did(at_two, Action.CALL_NEXT, visit())) == FirstDay(3)


def test_how_far_somebody_got_is_the_agents_own_and_outlasts_the_training() -> None:
    said = did(at_work(**IN), Action.SIGN_IN)
    assert first_day(said) == FirstDay(2)
    again = entered(left(moved(said, 2)), PLACE)
    assert first_day(again) == FirstDay()
    assert again.training.first_days == {"said": FirstDay(4)}
    skipped = moved(again, 1)
    assert first_day(skipped) == FirstDay(2)
    assert entered(left(skipped), PLACE).training.first_days == {"said": FirstDay(4)}
