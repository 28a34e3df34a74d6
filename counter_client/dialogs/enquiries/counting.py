"""Counting an enquiry: its topic, then the channel by which it came, each one key; or leaving it open. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.enquiries.answers import EnquiryRequest
from contracts.words.enquiries import Channel
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.state import Inputs, Notice, Sheet, SheetKind, Tone

USUAL = {"call_centre": Channel.CALL_CENTRE, "social_desk": Channel.SOCIAL}
"""By which channel most come, by the kind of site; in a hall they stand before the agent."""
LEAVE_OPEN = "leave_open"
"""Stands for a channel where the answer is not known yet: the channel and the question are asked next."""


def channels(inputs: Inputs) -> tuple[str, ...]:
    """Return the channels to choose from, the usual one of this site on the space bar."""
    usual = USUAL.get(inputs.hall.site_kind if inputs.hall else "", Channel.HALL)
    return (usual.value, *(one.value for one in Channel if one is not usual))


def next_question(sheet: Sheet, code: str) -> Sheet | None:
    """Return the sheet that asks on: the channel after the topic, the text after an open one's channel; else None."""
    match sheet.kind:
        case SheetKind.ENQUIRY_TOPIC:
            return replace(sheet, kind=SheetKind.ENQUIRY_CHANNEL, topic=code, notice=None)
        case SheetKind.ENQUIRY_CHANNEL if code == LEAVE_OPEN:
            return replace(sheet, kind=SheetKind.ENQUIRY_OPEN, notice=None)
        case SheetKind.ENQUIRY_OPEN:
            return replace(
                sheet,
                kind=SheetKind.ENQUIRY_TEXT,
                enquiry=replace(sheet.enquiry, channel=code),
                asks=Action.ENQUIRY,
                notice=None,
            )
        case _:
            return None


def post_of(sheet: Sheet, channel: str, question: str | None = None, phone: str | None = None) -> Post:
    """Return the command that counts it, or with a question leaves it open, with a number to call back."""
    return Post(Action.ENQUIRY, "/enquiries", EnquiryRequest(sheet.topic or "", Channel(channel), question, phone))


def counted(inputs: Inputs, post: Post) -> Inputs:
    """Return the inputs after it was counted; where enquiries are all that is done, the next one is asked for."""
    left_open = isinstance(post.body, EnquiryRequest) and post.body.question is not None
    notice = Notice(Tone.DONE, "done_left_open" if left_open else "done_enquiry")
    if inputs.hall is not None and inputs.hall.site_kind in USUAL:
        return replace(inputs, busy=None, sheet=Sheet(SheetKind.ENQUIRY_TOPIC, notice=notice))
    return replace(inputs, busy=None, sheet=None, notice=notice)
