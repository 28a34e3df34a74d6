"""What an agent can ask for at a counter, and when it makes sense to ask.

The hall service decides, also what comes next; this table only keeps from the screen what would surely be refused.

>>> sorted(action.value for action in offered(None, on_break=True))
['sign_out']
"""

from __future__ import annotations

from enum import Enum

from contracts.words.hall import NextAction, VisitState


class Action(Enum):
    """One thing an agent can ask for; the values are the words of the hall's paths where there is one."""

    CALL_NEXT = "call-next"
    CALL_CHOSEN = "call"
    RECALL = "recall"
    LOOK = "look"
    """Announce again with the whole board flashing, for a visitor who cannot hear."""
    BEGIN = "begin"
    FINISH = "finish"
    NO_SHOW = "no-show"
    RETURN = "return"
    PARK = "park"
    RESUME = "resume"
    TRANSFER = "transfer"
    WALK_UP = "walk-up"
    CONTINUE = "continue"
    """Go on with the visitor's next service, here or at another counter."""
    ENQUIRY = "enquiry"
    """Count an enquiry by topic and channel, or leave it open."""
    ENQUIRIES = "enquiries"
    """See the enquiries that are open."""
    ANSWER = "answer"
    """Enter (or correct) the answer to an open enquiry."""
    HAND_ON = "hand-on"
    """Name somebody else who finds the answer to an open enquiry."""
    CALL_BACK = "call-back"
    """Leave the telephone number for calling the enquirer back, or see it to call."""
    CONFIRM = "confirm"
    """Close an enquiry: the enquirer has the answer."""
    COMPLAINT = "complaint"
    """Register a visitor's complaint or suggestion."""
    OWN_DAY = "own_day"
    """See the own figures of the day."""
    REGISTER = "register"
    """Finish by registering a request."""
    PIN = "pin"
    """Change the own PIN."""
    SEARCH = "search"
    """Find a visit of the day by its number."""
    REPRINT = "reprint"
    """Print the newest receipt or return slip once more."""
    REINSTATE = "reinstate"
    GIVE_PRIORITY = "give_priority"
    TAKE_PRIORITY = "take_priority"
    """Take back the priority that a waiting visit has."""
    UNDO = "undo"
    BREAK = "break"
    RESUME_WORK = "resume_work"
    NO_BREAK = "no_break"
    """Take back a break that was to begin when the visit in hand leaves."""
    SIGN_IN = "sign-in"
    SIGN_OUT = "sign_out"
    LANGUAGE = "language"
    MORE = "menu"
    """Open the menu of all that is done less often."""
    HELP = "help"
    """Call the hall head to this counter."""
    HELP_OVER = "help-over"
    STOP_AUTO_CALL = "stop-auto-call"
    TRAINING = "training"
    """Practise with made-up visitors, from the sign-in screen."""
    LEAVE_TRAINING = "leave_training"
    BAR = "bar"
    """Put the window away for the small bar that stays on top."""
    WINDOW = "window"
    """Back from the bar to the full window."""


NEXT: dict[str, Action] = {
    NextAction.SIGN_IN: Action.SIGN_IN,
    NextAction.CALL_NEXT: Action.CALL_NEXT,
    NextAction.BEGIN: Action.BEGIN,
    NextAction.FINISH: Action.FINISH,
    NextAction.RESUME_WORK: Action.RESUME_WORK,
}
"""What the hall names as the next step; `none` has no action."""
FREE = (Action.CALL_CHOSEN, Action.RESUME, Action.WALK_UP, Action.BREAK, Action.SIGN_OUT, Action.REPRINT)
ON_BREAK = (Action.SIGN_OUT,)
CALLED = (Action.RECALL, Action.LOOK, Action.NO_SHOW, Action.RETURN, Action.PARK, Action.TRANSFER, Action.BREAK)
SERVING = (Action.RETURN, Action.PARK, Action.TRANSFER, Action.BREAK)


def offered(state: VisitState | None, *, on_break: bool) -> tuple[Action, ...]:
    """Return what makes sense beside the next step; `state` is that of the visit in hand, None without."""
    if on_break:
        return ON_BREAK
    if state is VisitState.CALLED:
        return CALLED
    if state is VisitState.SERVING:
        return SERVING
    return FREE
