"""Words of the six steps of a first day, for `counter_client.texts.texts.say`."""

from __future__ import annotations

from counter_client.state.actions import Action
from counter_client.texts.marking import QT_TRANSLATE_NOOP

LESSON_TITLES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("counter", "Sign in"),
    QT_TRANSLATE_NOOP("counter", "Call the next visitor"),
    QT_TRANSLATE_NOOP("counter", "Begin serving"),
    QT_TRANSLATE_NOOP("counter", "Finish"),
    QT_TRANSLATE_NOOP("counter", "When nobody comes"),
    QT_TRANSLATE_NOOP("counter", "Transfer, and take a break"),
)
"""Of the six steps of a first day, in their order."""

LESSON_TEXTS: dict[Action, str] = {
    Action.SIGN_IN: QT_TRANSLATE_NOOP("counter", "Choose your name with the arrow keys, type the PIN and press Enter."),
    Action.CALL_NEXT: QT_TRANSLATE_NOOP("counter", "Press Space. The board shows and speaks the number."),
    Action.BEGIN: QT_TRANSLATE_NOOP("counter", "The visitor is here. Press Space again."),
    Action.FINISH: QT_TRANSLATE_NOOP("counter", "Press Space, then choose the outcome with Space or a digit."),
    Action.RECALL: QT_TRANSLATE_NOOP("counter", "Call a visitor and repeat the call with F2."),
    Action.NO_SHOW: QT_TRANSLATE_NOOP("counter", "If nobody comes, press F3. Undo it with F9."),
    Action.TRANSFER: QT_TRANSLATE_NOOP(
        "counter", "Call a visitor, press F6 and choose where to transfer with a digit."
    ),
    Action.BREAK: QT_TRANSLATE_NOOP("counter", "Begin a break with F8."),
    Action.RESUME_WORK: QT_TRANSLATE_NOOP("counter", "End the break with F8."),
}
