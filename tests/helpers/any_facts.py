"""What the facts of a random day say: where each leaves its visit, and which a command may leave."""

from __future__ import annotations

from typing import Any

from hall.appointments.commands.appointments import book, cancel_appointment, check_in
from hall.appointments.commands.officials import (
    book_official,
    move_appointment,
)
from hall.counters.commands.ask_help import ask_help, end_help
from hall.counters.commands.begin_break import begin_break
from hall.counters.commands.resume_work import resume_work
from hall.counters.commands.sign_in import sign_in
from hall.counters.commands.sign_out import sign_out
from hall.counters.commands.stop_auto_call import stop_auto_call
from hall.day.commands.close_day import close_day
from hall.day.commands.confirm_date import confirm_date, look_at_the_day
from hall.day.commands.open_day import open_day
from hall.queue.commands.change_head_start import change_head_start
from hall.queue.commands.counter.begin_serving import begin_serving
from hall.queue.commands.counter.call_chosen import call_chosen
from hall.queue.commands.counter.call_next import call_next
from hall.queue.commands.counter.finish import finish, go_on
from hall.queue.commands.counter.mark_no_show import mark_no_show
from hall.queue.commands.counter.park import park, remind
from hall.queue.commands.counter.recall import recall
from hall.queue.commands.counter.resume_visit import resume_visit
from hall.queue.commands.counter.return_to_queue import return_to_queue
from hall.queue.commands.counter.transfer import transfer
from hall.queue.commands.counter.walk_up import walk_up
from hall.queue.commands.issue_ticket import issue_ticket
from hall.queue.commands.link_group import link_group, unlink_group
from hall.queue.commands.reception.cancel import cancel
from hall.queue.commands.reception.change_lane import change_lane
from hall.queue.commands.reception.change_service import change_service
from hall.queue.commands.reception.come_back import come_back
from hall.queue.commands.reception.come_late import come_in_time, come_late
from hall.queue.commands.reception.reinstate import reinstate
from hall.queue.commands.reception.undo import undo
from hall.queue.queries.ticket_paper import ask_ticket, reprint


def tick(_command: object, *, work: Any, now: Any) -> None:
    """Do what the hall's reminding does every few seconds."""
    remind(work=work, now=now)


def look(_command: object, *, work: Any, now: Any) -> None:
    """Do what the hall's looking at the day does every minute."""
    look_at_the_day(work, now)


PLACE = {
    "visit_issued": "waiting", "visit_walked_up": "serving", "visit_called": "called", "visit_resumed": "called",
    "visit_begun": "serving", "visit_finished": "finished", "visit_no_show": "no_show", "visit_returned": "waiting",
    "visit_parked": "parked", "visit_transferred": "waiting", "visit_sent_back": "waiting",
    "visit_continued": "serving", "visit_reinstated": "waiting", "visit_cancelled": "cancelled",
    "visit_carried_over": "carried_over", "visit_closed_by_day": "closed_by_day",
}  # fmt: skip
"""Where each fact says that its visit is."""
UNDONE = {"finished": "serving", "no_show": "called", "cancelled": "waiting"}
OF_DAY = {
    "day_opened", "day_closed", "date_doubted", "date_confirmed", "visit_issued", "visit_carried_over",
    "visit_closed_by_day", "visit_no_show", "signed_out", "break_ended", "break_taken_back", "help_over",
    "arrangement_taken_back", "settings_changed",
}  # fmt: skip
"""What may happen beside a command when the day turns with it."""
LEAVING = {"break_begun"}
SAYS: dict[Any, set[str]] = {
    issue_ticket: {"visit_issued"}, book: {"appointment_booked"},
    check_in: {"visit_issued", "appointment_checked_in"}, come_back: {"visit_issued", "return_checked_in"},
    call_next: {"visit_called", "visit_drawn"}, call_chosen: {"visit_called", "visit_drawn"},
    recall: {"visit_recalled"}, begin_serving: {"visit_begun", "visit_marked"},
    finish: {"visit_finished", "visit_sent_back", "visit_marked", "return_promised"} | LEAVING,
    go_on: {"visit_continued"}, mark_no_show: {"visit_no_show"} | LEAVING,
    return_to_queue: {"visit_returned"} | LEAVING, park: {"visit_parked"} | LEAVING, resume_visit: {"visit_resumed"},
    transfer: {"visit_transferred"} | LEAVING, walk_up: {"visit_walked_up"}, reinstate: {"visit_reinstated"},
    change_lane: {"lane_changed"}, undo: {"visit_undone"}, cancel: {"visit_cancelled"}, come_late: {"visit_late"},
    come_in_time: {"visit_in_time"}, link_group: {"visit_linked"},
    unlink_group: {"visit_unlinked"}, change_service: {"service_changed"}, reprint: {"code_renewed", "ticket_asked"},
    ask_ticket: {"ticket_asked"}, book_official: {"appointment_booked"}, move_appointment: {"appointment_moved"},
    cancel_appointment: {"appointment_cancelled"},
    sign_in: {"signed_in", "started_late", "session_moved", "visit_moved"},
    sign_out: {"signed_out", "break_ended", "help_over"}, begin_break: {"break_begun", "break_asked"},
    resume_work: {"break_ended", "break_taken_back"}, ask_help: {"help_asked"}, end_help: {"help_over"},
    stop_auto_call: {"auto_call_stopped"}, change_head_start: {"settings_changed"},
    close_day: {"visit_cancelled"} | LEAVING, open_day: {"visit_brought_back"}, confirm_date: set(),
    tick: {"visit_reminded"}, look: set(),
}  # fmt: skip
"""Which facts each command may leave: whatever else happens is explained by nothing."""
