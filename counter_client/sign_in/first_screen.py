"""The first screen of a counter, painted before it imports the rest and before the hall answers: the sign-in."""

from __future__ import annotations

from counter_client.sign_in.presenter import SignInView
from counter_client.state.state import Notice, Tone

LOOKING = Notice(Tone.CALM, "looking_for_hall")


def derive_first_screen(counter: int) -> SignInView:
    """Return what `derive_sign_in` returns while nothing is known."""
    return SignInView(
        counter=counter,
        counter_name="",
        hall_name="",
        agents=(),
        pin_length=0,
        ready=False,
        busy=False,
        notice=LOOKING,
        cut_off=False,
    )
