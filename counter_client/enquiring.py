"""Counting an enquiry: its topic, then the channel by which it came, each one key. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.enquiry_answers import EnquiryRequest
from contracts.enquiry_words import Channel
from counter_client.actions import Action
from counter_client.inputs import Inputs, Notice, Sheet, SheetKind, Tone
from counter_client.posts import Post

USUAL = {"call_centre": Channel.CALL_CENTRE, "social_desk": Channel.SOCIAL}
"""By which channel most come, by the kind of site; in a hall they stand before the agent."""


def channels(inputs: Inputs) -> tuple[str, ...]:
    """Return the channels to choose from, the usual one of this site on the space bar."""
    usual = USUAL.get(inputs.hall.site_kind if inputs.hall else "", Channel.HALL)
    return (usual.value, *(one.value for one in Channel if one is not usual))


def next_question(sheet: Sheet, topic: str) -> Sheet | None:
    """Return the sheet that asks for the channel after the topic, None after the channel."""
    if sheet.kind is not SheetKind.ENQUIRY_TOPIC:
        return None
    return replace(sheet, kind=SheetKind.ENQUIRY_CHANNEL, topic=topic, notice=None)


def post_of(sheet: Sheet, channel: str) -> Post:
    """Return the command that counts it."""
    return Post(Action.ENQUIRY, "/enquiries", EnquiryRequest(sheet.topic or "", Channel(channel)))


def counted(inputs: Inputs) -> Inputs:
    """Return the inputs after it was counted; where enquiries are all that is done, the next one is asked for."""
    notice = Notice(Tone.DONE, "done_enquiry")
    if inputs.hall is not None and inputs.hall.site_kind in USUAL:
        return replace(inputs, busy=None, sheet=Sheet(SheetKind.ENQUIRY_TOPIC, notice=notice))
    return replace(inputs, busy=None, sheet=None, notice=notice)
