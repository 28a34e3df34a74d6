"""Fold what happened into the inputs: answers, refusals, silence, what the link tells. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from contracts.codec import message
from contracts.queue.answers import FinishedVisit, Problem, VisitView, WorkplaceView
from contracts.queue.bodies import CallChosenRequest, FinishRequest, TransferRequest
from contracts.settings.hall_view import HallView
from contracts.words.hall import VisitState
from counter_client.dialogs.enquiries import update as enquiries_update
from counter_client.dialogs.enquiries.counting import counted
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.server_clock import ServerClock
from counter_client.state.state import (
    Inputs,
    Listed,
    ListKind,
    Notice,
    Paper,
    Result,
    Sheet,
    SheetKind,
    SignInDraft,
    Tone,
    UndoOffer,
)
from counter_client.texts.names import agent_name, counter_name, service_name

AT_COUNTER = frozenset({VisitState.CALLED, VisitState.SERVING})
UNDOABLE = {
    Action.FINISH: VisitState.FINISHED,
    Action.NO_SHOW: VisitState.NO_SHOW,
    Action.TRANSFER: VisitState.WAITING,
}
"""What can be taken back, and how the visit stands as long as it can."""
LEAVES_UNDO = frozenset(
    {
        Action.CALL_NEXT,
        Action.CALL_CHOSEN,
        Action.RESUME,
        Action.WALK_UP,
        Action.BEGIN,
        Action.RECALL,
        Action.LOOK,
        Action.BREAK,
        Action.RESUME_WORK,
        Action.HELP,
        Action.HELP_OVER,
        Action.STOP_AUTO_CALL,
    }
)
"""What leaves an older offer; beside any newer message the key would undo what the agent does not mean."""
OF_ANOTHER = frozenset({Action.REINSTATE, Action.UNDO, Action.GIVE_PRIORITY, Action.TAKE_PRIORITY})
"""What is answered with a visit that is not the one in hand."""
SIGNED_OUT_CODES = frozenset({"token_unknown", "token_missing", "not_signed_in"})
CUT_CODES = frozenset({"no_answer", "device_unknown", "certificate_refused"})
ASKED_ONCE_MORE = {"last_counter": SheetKind.BREAK_LAST, "prayer_turn": SheetKind.BREAK_TURN}
"""Refusals of a break that the agent may confirm: then the break begins."""


def sent(inputs: Inputs, post: Post) -> Inputs:
    """Return the inputs while `post` is on its way; an older notice goes, what was typed stays."""
    sheet = replace(inputs.sheet, notice=None) if inputs.sheet else None
    return replace(inputs, busy=post.action, notice=None, sheet=sheet)


def answered(inputs: Inputs, post: Post, visit: VisitView | None) -> Inputs:
    """Return the inputs after the hall did what was asked; `visit` is None where the answer has none."""
    inputs = replace(inputs, undo=_undo(inputs, post, visit))
    if post.action is Action.ENQUIRY:
        return counted(inputs, post)
    if post.action in enquiries_update.MOVES:
        return enquiries_update.moved(inputs, post)
    if post.action is Action.REPRINT:
        return said(replace(inputs, busy=None), Notice(Tone.DONE, "done_reprint", post.ticket))
    done = replace(inputs, busy=None, sheet=None, notice=_done_notice(inputs, post, visit))
    if isinstance(visit, FinishedVisit):
        done = _with_papers(done, post, visit)
    if visit is not None and post.action is Action.UNDO and done.paper is not None and _of_visit(done.paper, visit):
        # With the finish the hall has forgotten its code, or withdrawn what it registered.
        done = replace(done, paper=None, notice=_taken_back_notice(done.paper, visit))
    if visit is None or done.workplace is None or post.action in OF_ANOTHER:
        return done
    current = visit if visit.state in AT_COUNTER and visit.counter == inputs.counter else None
    return replace(done, workplace=message.replace(done.workplace, current=current))


def refused(inputs: Inputs, post: Post, problem: Problem) -> Inputs:
    """Return the inputs after a refusal: one sentence where the agent looks; only a wrong PIN is cleared."""
    notice = Notice(Tone.WARNING, problem.code, post.ticket, seconds=problem.retry_after_s or 0)
    rest = replace(inputs, busy=None)
    if post.action is Action.SIGN_IN and problem.code == "agent_elsewhere":
        return replace(rest, sign_in=replace(rest.sign_in, move=True), notice=replace(notice, code="sign_in_moves"))
    if post.action is Action.SIGN_IN:
        return replace(rest, sign_in=replace(rest.sign_in, pin=""), notice=notice)
    if problem.code == "pressed_twice":
        return rest  # the first press did it
    if problem.code == "called_just_now":
        asked = replace(rest, presses=replace(rest.presses, asked_s=rest.now_s))
        return said(asked, replace(notice, code="call_again"))
    if problem.code in SIGNED_OUT_CODES:
        return replace(signed_out(rest), notice=notice)
    if (reason := _reason_sheet(inputs, post, problem)) is not None:
        return replace(rest, sheet=reason)
    if problem.code in ASKED_ONCE_MORE and inputs.sheet is not None:
        return replace(rest, sheet=replace(inputs.sheet, kind=ASKED_ONCE_MORE[problem.code], notice=None))
    # Also where the screen was behind the hall: what was typed stays, and Esc shows how things stand.
    return said(rest, notice)


def _reason_sheet(inputs: Inputs, post: Post, problem: Problem) -> Sheet | None:
    """Return the sheet that asks for the reason which the hall misses, None where it is open or none is missing."""
    if inputs.sheet is not None:
        return None
    if post.action is Action.REINSTATE and problem.code == "reinstate_limit":
        return Sheet(SheetKind.REINSTATE, visit=post.path.split("/")[2], ticket=post.ticket)
    if isinstance(post.body, CallChosenRequest) and problem.code == "reason_unknown":  # somebody else is first by now
        return Sheet(SheetKind.CALL_CHOSEN, visit=post.body.visit, ticket=post.ticket)
    return None


def unanswered(inputs: Inputs, post: Post) -> Inputs:
    """Return the inputs after the hall gave no answer: nothing typed is lost, the same press asks again."""
    notice = Notice(Tone.WARNING, "no_answer", post.ticket)
    if inputs.sheet is not None:
        return replace(inputs, busy=None, sheet=replace(inputs.sheet, notice=notice))
    return replace(inputs, busy=None, notice=notice)


def found(inputs: Inputs, digits: str, visits: tuple[VisitView, ...]) -> Inputs:
    """Return the inputs after the hall has looked a number up; an answer for other digits comes too late."""
    sheet = inputs.sheet
    if sheet is None or sheet.search is None or sheet.search.digits != digits:
        return inputs
    return replace(inputs, sheet=replace(sheet, search=replace(sheet.search, found=visits)))


def reminded(inputs: Inputs, visit: str) -> Inputs:
    """Return the inputs after the hall reminded this counter of a parked visit."""
    return replace(inputs, reminded=inputs.reminded | {visit})


def printed(inputs: Inputs, code: str) -> Inputs:
    """Return the inputs after the counter's printer reported the result of a paper; `code` is a notice's."""
    return said(inputs, Notice(Tone.DONE if code == "paper_printed" else Tone.WARNING, code))


def said(inputs: Inputs, notice: Notice) -> Inputs:
    """Say something where the agent looks: on the open sheet, else below the visit."""
    if inputs.sheet is not None:
        return replace(inputs, sheet=replace(inputs.sheet, notice=notice))
    return replace(inputs, notice=notice)


def _with_papers(inputs: Inputs, post: Post, visit: FinishedVisit) -> Inputs:
    """Remember what can be printed once more, and show what the agent says: a code to come back with, numbers."""
    if visit.return_slip is not None:
        sheet = Sheet(
            SheetKind.RETURN_CODE,
            visit.visit,
            visit.ticket,
            visit.service,
            result=Result(slip=visit.return_slip, printed_at=visit.slip_at),
        )
        return replace(inputs, sheet=sheet, paper=Paper(visit=visit.visit))
    if visit.requests:
        numbers = _registered(post, visit)
        # Undoing this finish withdraws what it registered, and leaves alone what an earlier one did.
        paper = Paper(request=visit.requests[-1].number, registered_by=visit.visit if numbers else "")
        return replace(inputs, paper=paper, sheet=numbers)
    return inputs


def _registered(post: Post, visit: FinishedVisit) -> Sheet | None:
    """Return the sheet with what this finish has registered, None where an earlier one did."""
    many = len(post.body.requests) if isinstance(post.body, FinishRequest) else 0
    if not many:
        return None
    return Sheet(
        SheetKind.REGISTERED,
        visit.visit,
        visit.ticket,
        visit.service,
        result=Result(registered=visit.requests[-many:], printed_at=visit.receipt_at),
    )


def _of_visit(paper: Paper, visit: VisitView) -> bool:
    return visit.visit in {paper.visit, paper.registered_by}


def _taken_back_notice(paper: Paper, visit: VisitView) -> Notice:
    return Notice(Tone.DONE, "done_undo_request" if paper.request else "done_undo", visit.ticket)


def healed(inputs: Inputs) -> Inputs:
    """Return the inputs when the link stands again: what was said of the cut is no longer true."""
    notice, sheet = inputs.notice, inputs.sheet
    if notice is not None and notice.code in CUT_CODES:
        notice = None
    if sheet is not None and sheet.notice is not None and sheet.notice.code in CUT_CODES:
        sheet = replace(sheet, notice=None)
    return replace(inputs, link=replace(inputs.link, cut_off_s=None), notice=notice, sheet=sheet)


def signed_out(inputs: Inputs) -> Inputs:
    """Return the inputs of an empty counter; the hall, the link and the language stay."""
    return replace(
        inputs,
        signed_in=False,
        pc=replace(inputs.pc, bar=False),
        workplace=None,
        busy=None,
        sheet=None,
        undo=None,
        figures=None,
        paper=None,
        reminded=frozenset(),
        sign_in=SignInDraft(),
        listed=Listed(),
        notice=None,
    )


def session_ended(inputs: Inputs) -> Inputs:
    """Return the inputs after the hall no longer knew the session (signed out by the hall head)."""
    return replace(signed_out(inputs), notice=Notice(Tone.WARNING, "session_ended"))


def read(inputs: Inputs, workplace: WorkplaceView, *, now_s: float) -> Inputs:
    """Return the inputs after the workplace was read; the chosen row stays if it is still there."""
    notice = inputs.notice
    if notice is not None and notice.code == "nobody_waits" and workplace.waiting:
        notice = None
    parked = {visit.visit for visit in workplace.parked}
    listed = inputs.listed
    row = listed.row if listed.row in visits_of(workplace, listed.kind) else None
    return replace(
        inputs,
        workplace=workplace,
        link=replace(inputs.link, read_s=now_s),
        listed=replace(listed, row=row),
        notice=notice,
        reminded=inputs.reminded & frozenset(parked),
    )


def visits_of(workplace: WorkplaceView, kind: ListKind) -> tuple[str, ...]:
    """Return the visit ids of one list, in its order."""
    match kind:
        case ListKind.WAITING:
            return tuple(row.visit for row in workplace.waiting)
        case ListKind.PARKED:
            return tuple(visit.visit for visit in workplace.parked)
        case ListKind.MISSED:
            return tuple(visit.visit for visit in workplace.missed)


def _done_notice(inputs: Inputs, post: Post, visit: VisitView | None) -> Notice | None:
    if post.action is Action.CALL_NEXT:
        return None if visit else Notice(Tone.CALM, "nobody_waits")
    if visit is not None and post.action is Action.FINISH and visit.state is VisitState.WAITING:
        return Notice(Tone.DONE, "done_sent_back", visit.ticket)
    said = post.action in OF_ANOTHER | {
        Action.RECALL,
        Action.LOOK,
        Action.FINISH,
        Action.NO_SHOW,
        Action.RETURN,
        Action.PARK,
        Action.TRANSFER,
        Action.CONTINUE,
        Action.NO_BREAK,
        Action.PIN,
    }
    # During prayer the hall returns a missed visit to the queue: the notice says so, and there is nothing to take back.
    done = Action.RETURN if _went_back(post, visit) else post.action
    if not said:
        return None
    notice = Notice(Tone.DONE, f"done_{done.value}", visit.ticket if visit else post.ticket)
    return _with_target(notice, post.body, inputs) if isinstance(post.body, TransferRequest) else notice


def _with_target(notice: Notice, sent: TransferRequest, inputs: Inputs) -> Notice:
    """Return the notice with the name of where the visit was transferred to."""
    hall, language = inputs.hall, inputs.language
    if sent.counter is not None:
        return replace(notice, counter=sent.counter, target=counter_name(hall, sent.counter, language))
    name = service_name(hall, sent.service, language) if sent.service else agent_name(hall, sent.agent, language)
    return replace(notice, target=name)


def _went_back(post: Post, visit: VisitView | None) -> bool:
    return post.action is Action.NO_SHOW and visit is not None and visit.state is VisitState.WAITING


def _undo(inputs: Inputs, post: Post, visit: VisitView | None) -> UndoOffer | None:
    if _went_back(post, visit):
        return None
    if visit is not None and UNDOABLE.get(post.action) is visit.state:
        ended = next((stage.ended_at for stage in reversed(visit.stages) if stage.ended_at is not None), None)
        start, within = ended or inputs.now, timedelta(seconds=inputs.undo_s)
        return UndoOffer(visit.visit, visit.ticket, post.action, start + within) if start else None
    offer = inputs.undo
    if offer is None or (visit is not None and visit.visit == offer.visit):
        return None
    if post.action is Action.REPRINT:  # the paper of the same visit is no other message
        paper = inputs.paper
        return offer if paper is not None and offer.visit in {paper.visit, paper.registered_by} else None
    return offer if post.action in LEAVES_UNDO else None


def moved_elsewhere(inputs: Inputs, visit: VisitView) -> Inputs:
    """Return the inputs after somebody else moved a visit: what was done here can no longer be taken back."""
    offer = inputs.undo
    if offer is None or offer.visit != visit.visit or visit.state is UNDOABLE[offer.action]:
        return inputs
    return replace(inputs, undo=None)


def hall_heard(inputs: Inputs, hall: HallView) -> Inputs:
    """Return the inputs after the hall told how it stands; with the close of the day goes what was said before it."""
    after = replace(inputs, hall=hall)
    if not after.day_is_closed or inputs.day_is_closed:
        return after
    return replace(after, notice=None, undo=None, reminded=frozenset())


def clock_of(visit: VisitView, clock: ServerClock, *, local_s: float) -> ServerClock:
    """Return the clock after an answer told a visit: its newest instants were now when it left the hall."""
    for stage in visit.stages:
        for at in (stage.called_at, stage.begun_at, stage.ended_at):
            clock = clock if at is None else clock.heard(at, local_s=local_s)
    return clock
