"""What is told in passing, as a sentence for each code: what was done, what stands, what is asked of the agent."""

from __future__ import annotations

from counter_client.marking import QT_TRANSLATE_NOOP

NOTICES: dict[str, str] = {
    "looking_for_hall": QT_TRANSLATE_NOOP("counter", "Looking for the hall. This takes a moment."),
    "no_answer": QT_TRANSLATE_NOOP("counter", "The hall gave no answer. Press again: nothing is ever done twice."),
    "nobody_waits": QT_TRANSLATE_NOOP(
        "counter", "Nobody is waiting for your services. A new number appears by itself."
    ),
    "call_again": QT_TRANSLATE_NOOP("counter", "You have just called a number. Press again to call another one."),
    "choose_row": QT_TRANSLATE_NOOP("counter", "Choose a row of the list first, with the arrow keys or a click."),
    "choose_target": QT_TRANSLATE_NOOP("counter", "Choose where the visit goes."),
    "choose_missing": QT_TRANSLATE_NOOP("counter", "Name what is missing: by its digit, or type it."),
    "reminder": QT_TRANSLATE_NOOP("counter", "Reminder: {ticket} has been parked here for {minutes}. Press 2 for it."),
    "done_continue": QT_TRANSLATE_NOOP("counter", "{ticket}: the next service has begun."),
    "done_no_break": QT_TRANSLATE_NOOP("counter", "The break is taken back."),
    "done_sent_back": QT_TRANSLATE_NOOP("counter", "{ticket} goes back to the agent who sent it."),
    "done_reprint": QT_TRANSLATE_NOOP("counter", "A kiosk prints it once more."),
    "paper_printed": QT_TRANSLATE_NOOP("counter", "Printed here."),
    "paper_in_doubt": QT_TRANSLATE_NOOP("counter", "Look whether the paper came out; if not, print again."),
    "paper_failed": QT_TRANSLATE_NOOP(
        "counter", "The printer of this counter does not print. Look at its paper, or tell the visitor the number."
    ),
    "choose_reason": QT_TRANSLATE_NOOP("counter", "A visit that goes first needs a reason."),
    "session_ended": QT_TRANSLATE_NOOP("counter", "Your session at this counter was ended. Please sign in again."),
    "done_recall": QT_TRANSLATE_NOOP("counter", "{ticket} was announced again."),
    "done_look": QT_TRANSLATE_NOOP("counter", "{ticket} flashes over the whole board."),
    "done_finish": QT_TRANSLATE_NOOP("counter", "{ticket} is finished."),
    "done_no-show": QT_TRANSLATE_NOOP("counter", "{ticket} is marked as a no-show."),
    "done_return": QT_TRANSLATE_NOOP("counter", "{ticket} is back in the queue, with its first time of issue."),
    "done_park": QT_TRANSLATE_NOOP("counter", "{ticket} is parked at your counter."),
    "done_transfer": QT_TRANSLATE_NOOP("counter", "{ticket} is transferred."),
    "done_reinstate": QT_TRANSLATE_NOOP("counter", "{ticket} waits again."),
    "done_give_priority": QT_TRANSLATE_NOOP("counter", "{ticket} has priority now."),
    "done_take_priority": QT_TRANSLATE_NOOP("counter", "{ticket} waits without priority now."),
    "done_enquiry": QT_TRANSLATE_NOOP("counter", "The enquiry is counted."),
    "done_left_open": QT_TRANSLATE_NOOP("counter", "The enquiry is left open. Press 7 to see those that are open."),
    "done_answer": QT_TRANSLATE_NOOP("counter", "The answer is kept. Close the enquiry when whoever asked has it."),
    "done_hand-on": QT_TRANSLATE_NOOP("counter", "The enquiry is handed on."),
    "done_confirm": QT_TRANSLATE_NOOP("counter", "The enquiry is closed."),
    "write_phone": QT_TRANSLATE_NOOP(
        "counter", "Nobody can be called at this number. Write 8 digits, or + and the country; or nothing."
    ),
    "write_mobile": QT_TRANSLATE_NOOP(
        "counter", "No message reaches this number. Write a mobile number, or one abroad with + and its country."
    ),
    "write_latin": QT_TRANSLATE_NOOP(
        "counter", "Write the ministry's number in digits and Latin letters: the receipt prints it as a code, too."
    ),
    "write_number": QT_TRANSLATE_NOOP("counter", "Write the request's number first."),
    "write_text": QT_TRANSLATE_NOOP("counter", "Write something first."),
    "done_undo": QT_TRANSLATE_NOOP("counter", "{ticket}: undone."),
    "done_undo_request": QT_TRANSLATE_NOOP(
        "counter", "{ticket}: undone. What it registered is withdrawn until you register it again."
    ),
    "first_time": QT_TRANSLATE_NOOP("counter", "Your first day here? Sign out and press F1 for six short lessons."),
    "training_sign_out_first": QT_TRANSLATE_NOOP(
        "counter", "Training begins at the sign-in screen: sign out first, then press F1."
    ),
    "training_prints_nothing": QT_TRANSLATE_NOOP("counter", "Nothing is printed: this is training."),
    "training_left": QT_TRANSLATE_NOOP("counter", "The training is over. From here on everything is real."),
    "training_over": QT_TRANSLATE_NOOP("counter", "The hall has ended the training. From here on everything is real."),
    "sign_in_moves": QT_TRANSLATE_NOOP(
        "counter", "You are signed in at another counter. Press Enter again to move here with what is parked there."
    ),
    "device_elsewhere": QT_TRANSLATE_NOOP(
        "counter", "This device is paired for another counter. Start it with that counter's number, or pair it again."
    ),
    "day_is_closed": QT_TRANSLATE_NOOP(
        "counter", "The service day is closed: nobody can be called. Sign out when your work is done."
    ),
    "day_closed_signed_out": QT_TRANSLATE_NOOP(
        "counter", "The service day is closed. Sign in when the hall head opens it."
    ),
    "auto_call": QT_TRANSLATE_NOOP("counter", "The next visitor is called in {seconds} s."),
    "help_asked": QT_TRANSLATE_NOOP("counter", "The hall head is called to your counter."),
    "break_asked": QT_TRANSLATE_NOOP("counter", "Your break begins when this visit leaves your counter."),
    "ask_begin": QT_TRANSLATE_NOOP(
        "counter", "You called {ticket} {minutes} ago. Press Space when the visitor is here."
    ),
    "ask_still_serving": QT_TRANSLATE_NOOP(
        "counter", "{ticket} has been served for {minutes}. Finish it if it is done."
    ),
    "hot_key_taken": QT_TRANSLATE_NOOP("counter", "Another program has the hot key {keys}. Ask for another one."),
    "hot_key_missing": QT_TRANSLATE_NOOP("counter", "This keyboard has no key for the hot key {keys}."),
    "hot_key_wayland": QT_TRANSLATE_NOOP(
        "counter",
        "This desktop (Wayland) gives no program a hot key, so {keys} does not work. Use the bar or the window.",
    ),
    "hot_key_desktop": QT_TRANSLATE_NOOP("counter", "This desktop gives no hot keys: {keys} does not work."),
}
