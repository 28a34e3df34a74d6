"""The words of the open enquiries and of complaints: how far one is, and what its text is for."""

from __future__ import annotations

from contracts.words.enquiries import EnquiryState
from counter_client.state.actions import Action
from counter_client.texts.marking import QT_TRANSLATE_NOOP

STATES: dict[EnquiryState, str] = {
    EnquiryState.RECEIVED: QT_TRANSLATE_NOOP("counter", "not answered yet"),
    EnquiryState.HANDED_ON: QT_TRANSLATE_NOOP("counter", "forwarded to {to}"),
    EnquiryState.ANSWERED: QT_TRANSLATE_NOOP("counter", "answered, person to be informed"),
}
"""How an enquiry stands that is open."""

TITLES: dict[Action, str] = {
    Action.ENQUIRY: QT_TRANSLATE_NOOP("counter", "Question"),
    Action.ANSWER: QT_TRANSLATE_NOOP("counter", "Answer"),
    Action.HAND_ON: QT_TRANSLATE_NOOP("counter", "Who will answer"),
    Action.COMPLAINT: QT_TRANSLATE_NOOP("counter", "Text of the complaint or suggestion"),
    Action.CALL_BACK: QT_TRANSLATE_NOOP("counter", "Phone number to call back"),
}
HINTS: dict[Action, str] = {
    Action.ENQUIRY: QT_TRANSLATE_NOOP("counter", "Briefly, without names or phone numbers"),
    Action.ANSWER: QT_TRANSLATE_NOOP("counter", "As the person will hear it"),
    Action.HAND_ON: QT_TRANSLATE_NOOP("counter", "A colleague, a directorate or a section"),
    Action.COMPLAINT: QT_TRANSLATE_NOOP("counter", "In the visitor's words, without names or phone numbers"),
    Action.CALL_BACK: QT_TRANSLATE_NOOP(
        "counter",
        "Only with consent. It is deleted when the answer is given. Press Enter without a number for no call back.",
    ),
}
"""What to write, above the line."""
SENDING: dict[Action, str] = {
    Action.ENQUIRY: QT_TRANSLATE_NOOP("counter", "Next: phone number"),
    Action.ANSWER: QT_TRANSLATE_NOOP("counter", "Save answer"),
    Action.HAND_ON: QT_TRANSLATE_NOOP("counter", "Forward"),
    Action.CALL_BACK: QT_TRANSLATE_NOOP("counter", "Save as open"),
    Action.COMPLAINT: QT_TRANSLATE_NOOP("counter", "Register"),
}
CORRECT = QT_TRANSLATE_NOOP("counter", "Correct answer")
"""What entering the answer is called where there is one."""
