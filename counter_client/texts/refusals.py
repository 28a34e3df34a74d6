"""One sentence for each code with which the hall can refuse: what is wrong and what to do.

The sentences are the English ones; the catalogues in assets/i18n hold the other languages.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_client.texts.marking import QT_TRANSLATE_NOOP

CONTEXT = "refusals"

SENTENCES: dict[str, str] = {
    "token_missing": QT_TRANSLATE_NOOP("refusals", "You are no longer signed in. Please sign in again."),
    "token_unknown": QT_TRANSLATE_NOOP("refusals", "You are no longer signed in. Please sign in again."),
    "role_refused": QT_TRANSLATE_NOOP("refusals", "This counter has no permission for that. Ask the hall head."),
    "field_invalid": QT_TRANSLATE_NOOP("refusals", "The entry was not accepted. Check it and try again."),
    "service_unknown": QT_TRANSLATE_NOOP("refusals", "This service is no longer offered. Choose another."),
    "service_closed": QT_TRANSLATE_NOOP("refusals", "This service is closed now. Choose another."),
    "day_not_open": QT_TRANSLATE_NOOP("refusals", "The service day is not open yet. Ask the hall head to open it."),
    "day_doubtful": QT_TRANSLATE_NOOP("refusals", "The date is not confirmed. Ask the hall head to confirm it."),
    "day_over": QT_TRANSLATE_NOOP("refusals", "That visit belongs to an earlier day. Give the visitor a new ticket."),
    "day_open": QT_TRANSLATE_NOOP("refusals", "The service day is already open. Continue your work."),
    "day_closed": QT_TRANSLATE_NOOP("refusals", "The service day is closed. Ask the hall head to open it."),
    "agents_serving": QT_TRANSLATE_NOOP("refusals", "Visitors are still being served. Finish with them first."),
    "date_not_doubted": QT_TRANSLATE_NOOP("refusals", "The date is already confirmed. Nothing needs to be done."),
    "visitor_kind_needed": QT_TRANSLATE_NOOP("refusals", "This service needs the visitor kind. Choose it."),
    "visitor_kind_refused": QT_TRANSLATE_NOOP("refusals", "This service is not for this visitor kind. Choose another."),
    "numbers_used_up": QT_TRANSLATE_NOOP("refusals", "All numbers of this service are in use. Ask the hall head."),
    "quota_reached": QT_TRANSLATE_NOOP(
        "refusals", "No tickets left today for this service. Choose another day or service."
    ),
    "kiosk_paused": QT_TRANSLATE_NOOP("refusals", "This kiosk is paused. Ask the hall head to let it work again."),
    "not_at_counter": QT_TRANSLATE_NOOP("refusals", "This service is not served at that counter. Choose another."),
    "already_so": QT_TRANSLATE_NOOP("refusals", "No change needed. Continue your work."),
    "arrangement_unknown": QT_TRANSLATE_NOOP("refusals", "This change has ended or was undone. Check today's changes."),
    "appointments_not_offered": QT_TRANSLATE_NOOP(
        "refusals", "This hall does not offer appointments. Issue a ticket instead."
    ),
    "topic_unknown": QT_TRANSLATE_NOOP("refusals", "This topic is not in the list. Choose one from the list."),
    "directorate_unknown": QT_TRANSLATE_NOOP(
        "refusals", "This hall does not refer to that directorate. Choose another."
    ),
    "power_unknown": QT_TRANSLATE_NOOP("refusals", "This delegated power is not in the list. Choose another."),
    "power_expired": QT_TRANSLATE_NOOP(
        "refusals", "This power ended before the date of the decision. Choose one that is valid."
    ),
    "power_holder": QT_TRANSLATE_NOOP("refusals", "This power is another person's. Only its holder decides by it."),
    "power_limit": QT_TRANSLATE_NOOP("refusals", "The amount is larger than this power allows. Choose another power."),
    "power_amount": QT_TRANSLATE_NOOP("refusals", "This power has a limit. Enter the amount of the decision."),
    "request_unknown": QT_TRANSLATE_NOOP("refusals", "No request has this number. Check it and try again."),
    "request_number": QT_TRANSLATE_NOOP("refusals", "A digit of this number is wrong. Read it again from the receipt."),
    "centre_cut_off": QT_TRANSLATE_NOOP(
        "refusals", "This is another hall's request, and the centre cannot be reached. Try again later."
    ),
    "request_state": QT_TRANSLATE_NOOP("refusals", "The request has changed. Search for it again to see its state."),
    "no_phone_left": QT_TRANSLATE_NOOP(
        "refusals", "No phone number is stored for this request any more. Ask the visitor for it."
    ),
    "external_taken": QT_TRANSLATE_NOOP(
        "refusals", "Another request already has this ministry number. Check the number."
    ),
    "enquiry_unknown": QT_TRANSLATE_NOOP("refusals", "No enquiry has this number. Open the list again."),
    "enquiry_state": QT_TRANSLATE_NOOP("refusals", "The enquiry has changed. Open the list again to see its state."),
    "complaint_unknown": QT_TRANSLATE_NOOP(
        "refusals", "No complaint or suggestion has this number. Check it and try again."
    ),
    "complaint_state": QT_TRANSLATE_NOOP("refusals", "Its state has changed. Open it again to see what can be done."),
    "complaints_many": QT_TRANSLATE_NOOP("refusals", "This visit has reached its limit. Please speak to reception."),
    "survey_early": QT_TRANSLATE_NOOP("refusals", "The visit is not finished yet. Answer when it is finished."),
    "survey_over": QT_TRANSLATE_NOOP(
        "refusals", "It is too late to give or change this answer. Nothing needs to be done."
    ),
    "survey_elsewhere": QT_TRANSLATE_NOOP(
        "refusals", "The tablet asks about another visit now. Wait until it is free."
    ),
    "no_receipt_printer": QT_TRANSLATE_NOOP("refusals", "No kiosk can print the receipt now. Write the number down."),
    "holiday_unknown": QT_TRANSLATE_NOOP("refusals", "No holiday is entered for this day. Check the date."),
    "appointment_unknown": QT_TRANSLATE_NOOP("refusals", "No appointment has this number. Check it and try again."),
    "appointment_taken": QT_TRANSLATE_NOOP("refusals", "This number belongs to another appointment. Choose another."),
    "appointment_slot": QT_TRANSLATE_NOOP("refusals", "No visitors are received at this time. Choose another time."),
    "appointment_early": QT_TRANSLATE_NOOP(
        "refusals", "It is too early to check in for this appointment. Ask the visitor to wait."
    ),
    "appointment_late": QT_TRANSLATE_NOOP(
        "refusals", "It is too late to check in for this appointment. Issue a ticket instead."
    ),
    "appointment_other_day": QT_TRANSLATE_NOOP(
        "refusals", "This appointment is on another day. Check the date with the visitor."
    ),
    "appointment_used": QT_TRANSLATE_NOOP(
        "refusals", "A ticket was already issued for this appointment. Ask the visitor for it."
    ),
    "appointment_cancelled": QT_TRANSLATE_NOOP("refusals", "This appointment was cancelled. Issue a ticket instead."),
    "phone_not_kept": QT_TRANSLATE_NOOP(
        "refusals", "This hall does not store phone numbers. Continue without a number."
    ),
    "alert_over": QT_TRANSLATE_NOOP("refusals", "This alert has ended. Nothing needs to be done."),
    "no_opening_check": QT_TRANSLATE_NOOP("refusals", "No opening check is running. Start one first."),
    "visit_id_taken": QT_TRANSLATE_NOOP("refusals", "This visit is already known under another number. Try again."),
    "visit_unknown": QT_TRANSLATE_NOOP("refusals", "This visit no longer exists. Choose another from the list."),
    "ticket_unknown": QT_TRANSLATE_NOOP("refusals", "No visit of today has this number. Check the ticket."),
    "ticket_taken": QT_TRANSLATE_NOOP("refusals", "This number already belongs to another visit. Ask the hall head."),
    "ticket_foreign": QT_TRANSLATE_NOOP(
        "refusals", "This ticket is not from this hall or not from today. Send the visitor to reception."
    ),
    "not_kiosk_number": QT_TRANSLATE_NOOP("refusals", "The system issued this ticket. Call it at a counter."),
    "not_waiting": QT_TRANSLATE_NOOP(
        "refusals", "This visitor is no longer waiting; another counter may have called. Choose another."
    ),
    "not_missed": QT_TRANSLATE_NOOP(
        "refusals", "This visitor is no longer among the no-shows. Find the number to see where it is."
    ),
    "called_just_now": QT_TRANSLATE_NOOP("refusals", "You called a visitor seconds ago. Call again to confirm."),
    "pressed_twice": QT_TRANSLATE_NOOP("refusals", "The key was pressed twice. Only the first press counts."),
    "auto_call_off": QT_TRANSLATE_NOOP("refusals", "Automatic calling is off now. Call the next visitor yourself."),
    "last_counter": QT_TRANSLATE_NOOP(
        "refusals", "No colleague serves a service that visitors are waiting for. Confirm, or wait."
    ),
    "prayer_turn": QT_TRANSLATE_NOOP("refusals", "Colleagues are at prayer. Wait until one of them is back."),
    "transactions_limit": QT_TRANSLATE_NOOP(
        "refusals", "Too many transactions for one ticket. Enter a smaller number."
    ),
    "remind_at": QT_TRANSLATE_NOOP("refusals", "A reminder comes after 1 to 720 minutes. Choose another time."),
    "group_size": QT_TRANSLATE_NOOP("refusals", "One ticket is not a group. Select at least two tickets."),
    "return_unknown": QT_TRANSLATE_NOOP("refusals", "Return code not found. Check the digits on the paper."),
    "return_expired": QT_TRANSLATE_NOOP("refusals", "This return code has expired. Give the visitor a new ticket."),
    "return_used": QT_TRANSLATE_NOOP("refusals", "This return code was already used. Give the visitor a new ticket."),
    "lane_unknown": QT_TRANSLATE_NOOP("refusals", "This type of ticket does not exist. Choose another."),
    "not_parked": QT_TRANSLATE_NOOP(
        "refusals", "This visit is no longer on hold at your counter. Find the number to see where it is."
    ),
    "not_called": QT_TRANSLATE_NOOP(
        "refusals", "This is possible only after the call and before the service. Finish the visit instead."
    ),
    "not_serving": QT_TRANSLATE_NOOP("refusals", "The service has not begun yet. Begin serving first, then finish."),
    "no_visit": QT_TRANSLATE_NOOP("refusals", "No visitor is at your counter. Call the next one."),
    "visit_open": QT_TRANSLATE_NOOP(
        "refusals", "You have a visitor. Finish the visit, put it on hold or return it to the queue first."
    ),
    "recall_limit": QT_TRANSLATE_NOOP("refusals", "The repeat limit of this call is reached. Mark it as a no-show."),
    "return_limit": QT_TRANSLATE_NOOP(
        "refusals", "This visit has reached the return limit. Serve it, transfer it or mark it as a no-show."
    ),
    "reinstate_limit": QT_TRANSLATE_NOOP("refusals", "This visitor has reached the return limit. Give a reason."),
    "reason_unknown": QT_TRANSLATE_NOOP("refusals", "This reason is not in the list. Choose a reason from the list."),
    "transfer_target": QT_TRANSLATE_NOOP("refusals", "A visit cannot be transferred there. Choose another place."),
    "nothing_to_undo": QT_TRANSLATE_NOOP(
        "refusals", "There is nothing to undo for this visit. Find the number to see where it is."
    ),
    "not_over": QT_TRANSLATE_NOOP("refusals", "This visit is not finished. Correct it at its counter."),
    "correction_refused": QT_TRANSLATE_NOOP("refusals", "These values do not fit together. Check the times."),
    "official_unknown": QT_TRANSLATE_NOOP("refusals", "This official is no longer in the hall. Choose another."),
    "absence_unknown": QT_TRANSLATE_NOOP("refusals", "This absence was already cancelled. Nothing needs to be done."),
    "slot_taken": QT_TRANSLATE_NOOP("refusals", "Somebody else has just taken this time. Choose another."),
    "appointment_full": QT_TRANSLATE_NOOP("refusals", "This time is fully booked. Choose another."),
    "not_with_official": QT_TRANSLATE_NOOP(
        "refusals", "This appointment is with a service, not with an official. Check the number."
    ),
    "visit_over": QT_TRANSLATE_NOOP(
        "refusals", "This visit has ended. If the visitor needs another service, give a new ticket."
    ),
    "reprinted_meanwhile": QT_TRANSLATE_NOOP(
        "refusals", "Somebody else has just printed this ticket again. Give the visitor that one."
    ),
    "not_linked": QT_TRANSLATE_NOOP("refusals", "This visit is not in a group. Check the number."),
    "printer_unable": QT_TRANSLATE_NOOP("refusals", "This kiosk cannot print now. Choose another."),
    "undo_too_late": QT_TRANSLATE_NOOP(
        "refusals", "It is too late to undo this. Return the visitor to the queue instead."
    ),
    "pin_wrong": QT_TRANSLATE_NOOP("refusals", "Wrong PIN. Try again. Five wrong PINs lock sign-in for a while."),
    "pin_locked": QT_TRANSLATE_NOOP(
        "refusals", "Too many wrong PINs. Try again in {time}, or ask the hall head for a new PIN."
    ),
    "pin_easy": QT_TRANSLATE_NOOP("refusals", "This PIN is easily guessed. Choose another by the rule above."),
    "agent_unknown": QT_TRANSLATE_NOOP("refusals", "This agent is not registered. Choose a name from the list."),
    "counter_taken": QT_TRANSLATE_NOOP(
        "refusals", "Another agent is signed in here. Ask that agent or the hall head to end the session."
    ),
    "agent_elsewhere": QT_TRANSLATE_NOOP("refusals", "You are signed in at another counter. Sign out there first."),
    "counter_unknown": QT_TRANSLATE_NOOP("refusals", "There is no counter with this number. Ask the administrator."),
    "not_signed_in": QT_TRANSLATE_NOOP("refusals", "No agent is signed in at this counter. Please sign in."),
    "on_break": QT_TRANSLATE_NOOP("refusals", "You are on a break. Resume work first."),
    "not_on_break": QT_TRANSLATE_NOOP("refusals", "You are not on a break. Continue your work."),
    "picture_unknown": QT_TRANSLATE_NOOP(
        "refusals", "There is no picture of this device. Check that it is switched on."
    ),
    "device_unknown": QT_TRANSLATE_NOOP("refusals", "This device is not registered. Ask the administrator to pair it."),
    "certificate_refused": QT_TRANSLATE_NOOP(
        "refusals", "The hall's certificate is refused. If this PC's date is right, have it paired again."
    ),
    "not_carried_over": QT_TRANSLATE_NOOP(
        "refusals", "This visit did not end when the day closed. Find the number to see where it is."
    ),
    "code_refused": QT_TRANSLATE_NOOP("refusals", "The pairing code is wrong or has expired. Ask for a new one."),
    "code_unknown": QT_TRANSLATE_NOOP("refusals", "This code is not known. Check it and try again."),
    "too_many_tries": QT_TRANSLATE_NOOP("refusals", "Too many tries in a short time. Try again in {time}."),
    "key_reused": QT_TRANSLATE_NOOP("refusals", "The request was not accepted. Try again."),
    "body_cut": QT_TRANSLATE_NOOP("refusals", "The system could not read the command. Try again."),
    "body_too_large": QT_TRANSLATE_NOOP("refusals", "The text is too long. Shorten it."),
    "report_unknown": QT_TRANSLATE_NOOP("refusals", "There is no report of this name. Choose one from the list."),
    "report_not_made": QT_TRANSLATE_NOOP(
        "refusals", "The report could not be made. Ask the technician to run the check."
    ),
    "path_unknown": QT_TRANSLATE_NOOP(
        "refusals", "The system does not support this command. Ask the technician for an update."
    ),
    "method_refused": QT_TRANSLATE_NOOP(
        "refusals", "The system refuses the command in this form. Ask the technician for an update."
    ),
    "origin_refused": QT_TRANSLATE_NOOP(
        "refusals", "The system accepts no commands from this address. Ask the administrator."
    ),
    "body_unreadable": QT_TRANSLATE_NOOP("refusals", "The system could not read the command. Try again."),
}

FALLBACK = QT_TRANSLATE_NOOP("refusals", "The request was refused ({code}). Nothing was changed. Inform the hall head.")


def sentence(code: str, time: str = "") -> str:
    """Return the sentence for `code` in the language of the screen; a newer hall's code is named in a general one.

    `time`: how long to wait, in words.
    """
    known = SENTENCES.get(code)
    if known is not None:
        return QCoreApplication.translate(CONTEXT, known).replace("{time}", time)
    return QCoreApplication.translate(CONTEXT, FALLBACK).format(code=code)
