"""The words of the open enquiries and of complaints: how far one is, and what its text is for."""

from __future__ import annotations

from contracts.enquiry_words import EnquiryState
from counter_client.actions import Action
from counter_client.marking import QT_TRANSLATE_NOOP

STATES: dict[EnquiryState, str] = {
    EnquiryState.RECEIVED: QT_TRANSLATE_NOOP("counter", "not answered yet"),
    EnquiryState.HANDED_ON: QT_TRANSLATE_NOOP("counter", "handed on to {to}"),
    EnquiryState.ANSWERED: QT_TRANSLATE_NOOP("counter", "answered, to be told"),
}
"""How an enquiry stands that is open."""

TITLES: dict[Action, str] = {
    Action.ENQUIRY: QT_TRANSLATE_NOOP("counter", "What is the question?"),
    Action.ANSWER: QT_TRANSLATE_NOOP("counter", "What is the answer?"),
    Action.HAND_ON: QT_TRANSLATE_NOOP("counter", "Who finds the answer?"),
    Action.COMPLAINT: QT_TRANSLATE_NOOP("counter", "What does the visitor say?"),
    Action.CALL_BACK: QT_TRANSLATE_NOOP("counter", "At which telephone may we call back?"),
}
HINTS: dict[Action, str] = {
    Action.ENQUIRY: QT_TRANSLATE_NOOP("counter", "Briefly, without names or telephone numbers"),
    Action.ANSWER: QT_TRANSLATE_NOOP("counter", "As whoever asked is to hear it"),
    Action.HAND_ON: QT_TRANSLATE_NOOP("counter", "A colleague, a directorate or a section"),
    Action.COMPLAINT: QT_TRANSLATE_NOOP("counter", "In the visitor's own words, without names or telephone numbers"),
    Action.CALL_BACK: QT_TRANSLATE_NOOP(
        "counter", "Only with consent: it is erased when the answer is told. Enter without a number: nobody calls back."
    ),
}
"""What to write, above the line."""
SENDING: dict[Action, str] = {
    Action.ENQUIRY: QT_TRANSLATE_NOOP("counter", "Next: a telephone"),
    Action.ANSWER: QT_TRANSLATE_NOOP("counter", "Keep the answer"),
    Action.HAND_ON: QT_TRANSLATE_NOOP("counter", "Hand it on"),
    Action.CALL_BACK: QT_TRANSLATE_NOOP("counter", "Leave it open"),
    Action.COMPLAINT: QT_TRANSLATE_NOOP("counter", "Register it"),
}
CORRECT = QT_TRANSLATE_NOOP("counter", "Correct the answer")
"""What entering the answer is called where there is one."""
