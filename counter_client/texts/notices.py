"""Short notices, a sentence for each code: what was done, what is true now, what the agent must do."""

from __future__ import annotations

from counter_client.texts.marking import QT_TRANSLATE_NOOP

NOTICES: dict[str, str] = {
    "looking_for_hall": QT_TRANSLATE_NOOP("counter", "Connecting. This takes a moment."),
    "no_answer": QT_TRANSLATE_NOOP("counter", "No response. Try again; nothing will be repeated."),
    "nobody_waits": QT_TRANSLATE_NOOP(
        "counter", "No visitors are waiting for your services. A new number appears automatically."
    ),
    "call_again": QT_TRANSLATE_NOOP("counter", "You have just called a number. Press again to call another."),
    "choose_row": QT_TRANSLATE_NOOP("counter", "No row is chosen. Choose one with the arrow keys or a click."),
    "choose_target": QT_TRANSLATE_NOOP("counter", "Nothing is chosen yet. Choose a service, a counter or an agent."),
    "choose_missing": QT_TRANSLATE_NOOP("counter", "No document is named yet. Choose it by its digit, or type it."),
    "reminder": QT_TRANSLATE_NOOP(
        "counter", "Reminder: {ticket} has been on hold here for {minutes}. Press 2 to see it."
    ),
    "done_continue": QT_TRANSLATE_NOOP("counter", "{ticket}: the next service has begun."),
    "done_no_break": QT_TRANSLATE_NOOP("counter", "The break is cancelled."),
    "done_sent_back": QT_TRANSLATE_NOOP("counter", "{ticket} returns to the agent who sent it."),
    "done_reprint": QT_TRANSLATE_NOOP("counter", "A kiosk prints it again."),
    "paper_printed": QT_TRANSLATE_NOOP("counter", "Printed here."),
    "paper_in_doubt": QT_TRANSLATE_NOOP(
        "counter", "The printer did not confirm the paper. Check that it came out, or print again."
    ),
    "paper_failed": QT_TRANSLATE_NOOP(
        "counter", "The printer of this counter does not print. Check its paper, or give the visitor the number."
    ),
    "choose_reason": QT_TRANSLATE_NOOP("counter", "A transfer to the front of the queue needs a reason. Choose one."),
    "session_ended": QT_TRANSLATE_NOOP("counter", "Your session at this counter has ended. Please sign in again."),
    "done_pin": QT_TRANSLATE_NOOP("counter", "Your PIN is changed."),
    "pins_differ": QT_TRANSLATE_NOOP("counter", "The two new PINs are different."),
    "pin_incomplete": QT_TRANSLATE_NOOP("counter", "Fill in all three lines. A new PIN has six digits."),
    "done_recall": QT_TRANSLATE_NOOP("counter", "{ticket} was called again."),
    "done_look": QT_TRANSLATE_NOOP("counter", "{ticket} flashes on the board."),
    "done_finish": QT_TRANSLATE_NOOP("counter", "{ticket} is finished."),
    "done_no-show": QT_TRANSLATE_NOOP("counter", "{ticket} is marked as a no-show."),
    "done_return": QT_TRANSLATE_NOOP("counter", "{ticket} is back in the queue with its original time."),
    "done_park": QT_TRANSLATE_NOOP("counter", "{ticket} is on hold at your counter."),
    "done_transfer": QT_TRANSLATE_NOOP("counter", "{ticket} is transferred to {target}."),
    "done_reinstate": QT_TRANSLATE_NOOP("counter", "{ticket} is waiting again."),
    "done_give_priority": QT_TRANSLATE_NOOP("counter", "{ticket} has priority now."),
    "done_take_priority": QT_TRANSLATE_NOOP("counter", "{ticket} now waits without priority."),
    "done_enquiry": QT_TRANSLATE_NOOP("counter", "The enquiry is recorded."),
    "done_left_open": QT_TRANSLATE_NOOP("counter", "The enquiry is saved as open. More (F7) lists open enquiries."),
    "done_answer": QT_TRANSLATE_NOOP(
        "counter", "The answer is saved. Close the enquiry when the person has been informed."
    ),
    "done_hand-on": QT_TRANSLATE_NOOP("counter", "The enquiry is forwarded."),
    "done_confirm": QT_TRANSLATE_NOOP("counter", "The enquiry is closed."),
    "write_phone": QT_TRANSLATE_NOOP(
        "counter", "This number cannot be called. Write 8 digits, or + and the country code, or leave it empty."
    ),
    "write_mobile": QT_TRANSLATE_NOOP(
        "counter",
        "Messages cannot reach this number. Write a mobile number, or a foreign number with + and the country code.",
    ),
    "write_latin": QT_TRANSLATE_NOOP(
        "counter", "The ministry's number may have only digits and Latin letters. Write it again."
    ),
    "write_number": QT_TRANSLATE_NOOP("counter", "The request number is missing. Write it, then press Enter."),
    "write_text": QT_TRANSLATE_NOOP("counter", "Nothing is written yet. Write the text, then press Enter."),
    "done_undo": QT_TRANSLATE_NOOP("counter", "{ticket}: undone."),
    "done_undo_request": QT_TRANSLATE_NOOP(
        "counter", "{ticket}: undone. Requests registered with it are withdrawn until you register them again."
    ),
    "first_time": QT_TRANSLATE_NOOP("counter", "First day here? Sign out and press F1 for six short lessons."),
    "training_sign_out_first": QT_TRANSLATE_NOOP(
        "counter", "Training begins at the sign-in screen: sign out first, then press F1."
    ),
    "training_prints_nothing": QT_TRANSLATE_NOOP("counter", "Nothing is printed: this is training."),
    "training_left": QT_TRANSLATE_NOOP("counter", "The training has ended. Your work is real from now on."),
    "training_over": QT_TRANSLATE_NOOP("counter", "The system has ended the training. Your work is real from now on."),
    "sign_in_moves": QT_TRANSLATE_NOOP(
        "counter", "You are signed in at another counter. Press Enter again to move here with your visits on hold."
    ),
    "device_elsewhere": QT_TRANSLATE_NOOP(
        "counter", "This device is paired for another counter. Start it with that counter's number, or pair it again."
    ),
    "day_is_closed": QT_TRANSLATE_NOOP(
        "counter", "The service day is closed. Calling is not possible. Sign out when your work is done."
    ),
    "unknown_step": QT_TRANSLATE_NOOP(
        "counter", "This program is older than the system. Ask the technician for an update."
    ),
    "day_closed_signed_out": QT_TRANSLATE_NOOP(
        "counter", "The service day is closed. Sign in when the hall head opens it."
    ),
    "auto_call": QT_TRANSLATE_NOOP(
        "counter", "The next visitor is called in {seconds} s. Choose Stop if you are not ready."
    ),
    "help_asked": QT_TRANSLATE_NOOP("counter", "The hall head is asked to come to your counter. F10 cancels this."),
    "break_asked": QT_TRANSLATE_NOOP("counter", "Your break begins when this visit ends."),
    "ask_begin": QT_TRANSLATE_NOOP(
        "counter", "You called {ticket} {minutes} ago. Press Space when the visitor is here."
    ),
    "ask_still_serving": QT_TRANSLATE_NOOP(
        "counter", "{ticket} has been served for {minutes}. Finish the visit if it is done."
    ),
    "hot_key_taken": QT_TRANSLATE_NOOP(
        "counter", "Another program uses the keyboard shortcut {keys}. Ask the technician to choose another."
    ),
    "hot_key_missing": QT_TRANSLATE_NOOP(
        "counter", "This keyboard has no key for the shortcut {keys}. Ask the technician to choose another."
    ),
    "hot_key_wayland": QT_TRANSLATE_NOOP(
        "counter",
        "This desktop (Wayland) does not support global shortcuts: {keys} does not work. Use the bar or the window.",
    ),
    "hot_key_desktop": QT_TRANSLATE_NOOP(
        "counter", "This desktop does not support shortcuts: {keys} does not work. Use the bar or the window."
    ),
}
