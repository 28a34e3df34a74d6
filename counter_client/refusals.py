"""One sentence for each code with which the hall can refuse: what is wrong and what to do.

The sentences are the English ones; the catalogues in assets/i18n hold the other languages.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_client.marking import QT_TRANSLATE_NOOP

CONTEXT = "refusals"

SENTENCES: dict[str, str] = {
    "token_missing": QT_TRANSLATE_NOOP("refusals", "You are no longer signed in. Please sign in again."),
    "token_unknown": QT_TRANSLATE_NOOP("refusals", "You are no longer signed in. Please sign in again."),
    "role_refused": QT_TRANSLATE_NOOP("refusals", "This counter may not do that. Ask the hall head."),
    "field_invalid": QT_TRANSLATE_NOOP("refusals", "The hall did not accept what was entered. Check it and try again."),
    "service_unknown": QT_TRANSLATE_NOOP("refusals", "The hall no longer offers this service. Choose another."),
    "service_closed": QT_TRANSLATE_NOOP("refusals", "This service is closed now. Choose another."),
    "day_not_open": QT_TRANSLATE_NOOP("refusals", "The service day is not open yet. The hall head opens it."),
    "day_doubtful": QT_TRANSLATE_NOOP("refusals", "The hall's date is in doubt. The hall head must confirm it first."),
    "day_over": QT_TRANSLATE_NOOP("refusals", "That visit belongs to an earlier day. Give the visitor a new ticket."),
    "day_open": QT_TRANSLATE_NOOP("refusals", "The service day is already open."),
    "day_closed": QT_TRANSLATE_NOOP("refusals", "The service day is closed. The hall head can open a new one."),
    "agents_serving": QT_TRANSLATE_NOOP("refusals", "Visitors are still being served. Finish with them first."),
    "date_not_doubted": QT_TRANSLATE_NOOP("refusals", "The hall's date is not in doubt; nothing needs confirming."),
    "visitor_kind_needed": QT_TRANSLATE_NOOP(
        "refusals", "This service asks who the visitor is. Choose the kind of visitor."
    ),
    "visitor_kind_refused": QT_TRANSLATE_NOOP(
        "refusals", "This service is not for this kind of visitor. Choose another."
    ),
    "numbers_used_up": QT_TRANSLATE_NOOP("refusals", "All numbers of this service are in use. Ask the hall head."),
    "quota_reached": QT_TRANSLATE_NOOP(
        "refusals", "Today's tickets of this service are given out. Choose another day or service."
    ),
    "not_at_counter": QT_TRANSLATE_NOOP("refusals", "This service is not served at that counter. Choose another."),
    "already_so": QT_TRANSLATE_NOOP("refusals", "It is so already; nothing needs changing."),
    "arrangement_unknown": QT_TRANSLATE_NOOP("refusals", "This arrangement is over or was taken back."),
    "appointments_not_offered": QT_TRANSLATE_NOOP(
        "refusals", "This hall takes no appointments. Issue a ticket instead."
    ),
    "topic_unknown": QT_TRANSLATE_NOOP("refusals", "This hall has no such topic. Choose one from the list."),
    "directorate_unknown": QT_TRANSLATE_NOOP("refusals", "This hall refers to no such directorate. Choose another."),
    "power_unknown": QT_TRANSLATE_NOOP("refusals", "This hall has no such delegated power. Choose another."),
    "request_unknown": QT_TRANSLATE_NOOP("refusals", "No request has this number. Check it and try again."),
    "request_number": QT_TRANSLATE_NOOP("refusals", "A digit of this number is wrong. Read it again from the receipt."),
    "centre_cut_off": QT_TRANSLATE_NOOP(
        "refusals", "This is another hall's request, and the centre is cut off. Try again later."
    ),
    "request_state": QT_TRANSLATE_NOOP("refusals", "The request has moved on; this cannot be done with it now."),
    "no_phone_left": QT_TRANSLATE_NOOP("refusals", "No telephone number is kept for this request any more."),
    "external_taken": QT_TRANSLATE_NOOP("refusals", "Another request has this number of the ministry already."),
    "enquiry_unknown": QT_TRANSLATE_NOOP("refusals", "No enquiry has this number."),
    "enquiry_state": QT_TRANSLATE_NOOP("refusals", "The enquiry has moved on; this cannot be done with it now."),
    "complaint_unknown": QT_TRANSLATE_NOOP("refusals", "No complaint or suggestion has this number."),
    "complaint_state": QT_TRANSLATE_NOOP("refusals", "It has moved on; this cannot be done with it now."),
    "complaints_many": QT_TRANSLATE_NOOP(
        "refusals", "This visit has brought enough forward. Please speak to reception."
    ),
    "survey_early": QT_TRANSLATE_NOOP("refusals", "The visit is not over yet; there is nothing to ask about."),
    "survey_over": QT_TRANSLATE_NOOP("refusals", "It is too late to give or change this answer."),
    "survey_elsewhere": QT_TRANSLATE_NOOP("refusals", "The tablet asks about another visit now."),
    "no_receipt_printer": QT_TRANSLATE_NOOP("refusals", "No kiosk can print the receipt now. Write the number down."),
    "holiday_unknown": QT_TRANSLATE_NOOP("refusals", "The hall has entered no holiday on this day."),
    "appointment_unknown": QT_TRANSLATE_NOOP("refusals", "No appointment has this number. Check it and try again."),
    "appointment_taken": QT_TRANSLATE_NOOP("refusals", "This number belongs to another appointment. Choose another."),
    "appointment_slot": QT_TRANSLATE_NOOP("refusals", "Nobody is served at this time. Choose another time."),
    "appointment_early": QT_TRANSLATE_NOOP("refusals", "It is too early to check in for this appointment."),
    "appointment_late": QT_TRANSLATE_NOOP(
        "refusals", "It is too late to check in for this appointment. Issue a ticket instead."
    ),
    "appointment_other_day": QT_TRANSLATE_NOOP("refusals", "This appointment is on another day."),
    "appointment_used": QT_TRANSLATE_NOOP("refusals", "This appointment has a ticket already."),
    "appointment_cancelled": QT_TRANSLATE_NOOP("refusals", "This appointment was cancelled. Issue a ticket instead."),
    "phone_not_kept": QT_TRANSLATE_NOOP("refusals", "This hall keeps no telephone numbers."),
    "alert_over": QT_TRANSLATE_NOOP("refusals", "This alert is over already."),
    "no_opening_check": QT_TRANSLATE_NOOP("refusals", "No opening check is under way. Begin one first."),
    "visit_id_taken": QT_TRANSLATE_NOOP("refusals", "This visit is already known under another number. Try again."),
    "visit_unknown": QT_TRANSLATE_NOOP(
        "refusals", "The hall no longer knows this visit. The list has been read again."
    ),
    "ticket_unknown": QT_TRANSLATE_NOOP("refusals", "No visit of today has this number. Check the ticket."),
    "ticket_taken": QT_TRANSLATE_NOOP("refusals", "This number already belongs to another visit. Ask the hall head."),
    "ticket_foreign": QT_TRANSLATE_NOOP("refusals", "This ticket is not from this hall or not from today."),
    "not_kiosk_number": QT_TRANSLATE_NOOP("refusals", "The hall itself gave this ticket: call it at a counter."),
    "not_waiting": QT_TRANSLATE_NOOP("refusals", "This visitor is no longer waiting; another counter may have called."),
    "not_missed": QT_TRANSLATE_NOOP("refusals", "This visitor is no longer among the missed."),
    "called_just_now": QT_TRANSLATE_NOOP("refusals", "You called somebody seconds ago. Call again if you mean it."),
    "pressed_twice": QT_TRANSLATE_NOOP("refusals", "The key was pressed twice. The first press was done."),
    "auto_call_off": QT_TRANSLATE_NOOP("refusals", "No call comes by itself now. Call the next visitor yourself."),
    "last_counter": QT_TRANSLATE_NOOP("refusals", "Nobody else serves a service for which people wait."),
    "prayer_turn": QT_TRANSLATE_NOOP("refusals", "Colleagues are at prayer; wait until one of them is back."),
    "transactions_limit": QT_TRANSLATE_NOOP("refusals", "One ticket is not for so many transactions."),
    "remind_at": QT_TRANSLATE_NOOP("refusals", "A reminder comes after 1 to 720 minutes."),
    "group_size": QT_TRANSLATE_NOOP("refusals", "A group has at least two visits."),
    "return_unknown": QT_TRANSLATE_NOOP("refusals", "No return code is this one. Check the digits on the paper."),
    "return_expired": QT_TRANSLATE_NOOP("refusals", "This return code is too old. Give the visitor a new ticket."),
    "return_used": QT_TRANSLATE_NOOP("refusals", "Somebody came back with this code already."),
    "lane_unknown": QT_TRANSLATE_NOOP("refusals", "There is no such lane."),
    "not_parked": QT_TRANSLATE_NOOP("refusals", "This visit is no longer parked at your counter."),
    "not_called": QT_TRANSLATE_NOOP("refusals", "That is only possible while a number is called and not yet begun."),
    "not_serving": QT_TRANSLATE_NOOP("refusals", "Begin serving first, then finish."),
    "no_visit": QT_TRANSLATE_NOOP("refusals", "No visitor is at your counter. Call the next one."),
    "visit_open": QT_TRANSLATE_NOOP("refusals", "You still have a visitor. Finish, park or return the visit first."),
    "recall_limit": QT_TRANSLATE_NOOP("refusals", "This call was repeated often enough. Mark it as a no-show."),
    "return_limit": QT_TRANSLATE_NOOP(
        "refusals", "This visit has gone back to the queue too often. Serve or transfer it, or mark a no-show."
    ),
    "reinstate_limit": QT_TRANSLATE_NOOP("refusals", "This visitor has missed the call too often. Give a reason."),
    "reason_unknown": QT_TRANSLATE_NOOP("refusals", "Choose a reason from the list."),
    "transfer_target": QT_TRANSLATE_NOOP("refusals", "A visit cannot be transferred there. Choose another place."),
    "nothing_to_undo": QT_TRANSLATE_NOOP("refusals", "There is nothing left to undo for this visit."),
    "not_over": QT_TRANSLATE_NOOP("refusals", "This visit is still here. Put it right at its counter."),
    "correction_refused": QT_TRANSLATE_NOOP("refusals", "The visit cannot have been like that. Check the times."),
    "official_unknown": QT_TRANSLATE_NOOP("refusals", "This official is in the hall no more."),
    "absence_unknown": QT_TRANSLATE_NOOP("refusals", "This absence was taken back already."),
    "slot_taken": QT_TRANSLATE_NOOP("refusals", "Somebody else has just taken this time."),
    "appointment_full": QT_TRANSLATE_NOOP("refusals", "This time is fully booked. Choose another one."),
    "not_with_official": QT_TRANSLATE_NOOP("refusals", "This appointment is with a service, not with an official."),
    "visit_over": QT_TRANSLATE_NOOP("refusals", "This visit is over. Nobody needs its ticket."),
    "reprinted_meanwhile": QT_TRANSLATE_NOOP("refusals", "Somebody else has just printed this ticket anew."),
    "not_linked": QT_TRANSLATE_NOOP("refusals", "This visit is in no group."),
    "printer_unable": QT_TRANSLATE_NOOP("refusals", "This kiosk cannot print now. Choose another one."),
    "undo_too_late": QT_TRANSLATE_NOOP("refusals", "It is too late to undo this. Reinstate the visitor instead."),
    "pin_wrong": QT_TRANSLATE_NOOP(
        "refusals", "The PIN is wrong. Enter it again; five wrong PINs lock it for a while."
    ),
    "pin_locked": QT_TRANSLATE_NOOP(
        "refusals", "Too many wrong PINs: sign-in is locked for a while. Wait, or ask the hall head."
    ),
    "agent_unknown": QT_TRANSLATE_NOOP("refusals", "The hall does not know this agent. Choose a name from the list."),
    "counter_taken": QT_TRANSLATE_NOOP(
        "refusals",
        "Another agent is signed in here. They sign out first, or the hall head signs them out.",
    ),
    "agent_elsewhere": QT_TRANSLATE_NOOP("refusals", "You are signed in at another counter. Sign out there first."),
    "counter_unknown": QT_TRANSLATE_NOOP(
        "refusals", "The hall has no counter with this number. Ask the administrator."
    ),
    "not_signed_in": QT_TRANSLATE_NOOP("refusals", "Nobody is signed in at this counter. Please sign in."),
    "on_break": QT_TRANSLATE_NOOP("refusals", "You are on a break. Resume work first."),
    "not_on_break": QT_TRANSLATE_NOOP("refusals", "You are not on a break."),
    "picture_unknown": QT_TRANSLATE_NOOP("refusals", "There is no picture of this device. It may be switched off."),
    "device_unknown": QT_TRANSLATE_NOOP(
        "refusals", "The hall does not know this device. Ask the administrator to pair it."
    ),
    "not_carried_over": QT_TRANSLATE_NOOP("refusals", "The close of the day did not end this visit."),
    "code_refused": QT_TRANSLATE_NOOP("refusals", "The pairing code is wrong or too old. Ask for a new one."),
    "code_unknown": QT_TRANSLATE_NOOP("refusals", "The hall does not know this code."),
    "too_many_tries": QT_TRANSLATE_NOOP("refusals", "Too many tries in a short time. Wait a minute."),
    "key_reused": QT_TRANSLATE_NOOP("refusals", "The hall took this for another command. Please try again."),
    "body_cut": QT_TRANSLATE_NOOP("refusals", "The hall could not read the command. Please try again."),
    "body_too_large": QT_TRANSLATE_NOOP("refusals", "That is more text than the hall accepts. Shorten it."),
    "report_unknown": QT_TRANSLATE_NOOP("refusals", "The hall sends no report of this name."),
    "report_not_made": QT_TRANSLATE_NOOP(
        "refusals", "The report could not be made. Ask the technician to run the check."
    ),
    "path_unknown": QT_TRANSLATE_NOOP("refusals", "The hall does not know this command; it may be of another version."),
    "method_refused": QT_TRANSLATE_NOOP(
        "refusals", "The hall does not take this command so; it may be of another version."
    ),
    "origin_refused": QT_TRANSLATE_NOOP(
        "refusals", "The hall takes no commands from this address. Ask the administrator."
    ),
    "body_unreadable": QT_TRANSLATE_NOOP("refusals", "The hall could not read the command. Please try again."),
}

FALLBACK = QT_TRANSLATE_NOOP("refusals", "The hall refused this ({code}). Nothing was changed; tell the hall head.")


def sentence(code: str) -> str:
    """Return the sentence for `code` in the language of the screen; a newer hall's code is named in a general one."""
    known = SENTENCES.get(code)
    if known is not None:
        return QCoreApplication.translate(CONTEXT, known)
    return QCoreApplication.translate(CONTEXT, FALLBACK).format(code=code)
