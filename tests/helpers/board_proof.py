"""Hold a board's record against the hall's facts: was every call shown, and every fresh one spoken once, in order?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Line = Mapping[str, Any]
Key = tuple[str, str, int]
"""Visit, instant of the call, recall: one announcement."""
CALLING = frozenset({"visit_called", "visit_recalled", "visit_resumed"})
LATE_S = 1.0
DOUBT_S = 1.0
PAINT_S = 1.0
"""A call that was heard is painted within this, also on a machine that has much else to do."""


@dataclass(frozen=True)
class Call:
    """One announcement by the hall's facts, with the seq and instant at which its visit went on (None: it stands)."""

    seq: int
    key: Key
    at: datetime
    over_seq: int | None


@dataclass
class Proof:
    """The result of each call; `faults` are sentences, empty if all is proved.

    `late_and_over`: told late (the board was cut off), when the visit had gone on already. `while_off`: made and over
    while the board had no power. `power_first`: heard, and the power went before its turn or amid its paint.
    `merged`: spoken in one with its recall.
    """

    calls: int = 0
    shown: int = 0
    superseded: int = 0
    late_and_over: int = 0
    while_off: int = 0
    power_first: int = 0
    spoken: int = 0
    merged: int = 0
    silent: int = 0
    faults: list[str] = field(default_factory=list)


def calls_of(facts: Iterable[tuple[int, Line]]) -> list[Call]:
    """Return the announcements that the hall's facts tell, in order."""
    told = [(seq, fact) for seq, fact in facts if fact.get("visit")]
    recalls: Counter[tuple[str, str]] = Counter()
    moves: dict[str, list[int]] = {}
    for seq, fact in told:
        moves.setdefault(fact["visit"]["visit"], []).append(seq)
    calls = []
    for seq, fact in told:
        if fact["kind"] not in CALLING:
            continue
        visit, called_at = fact["visit"]["visit"], _instant(fact["visit"]["stages"][-1]["called_at"])
        recalls[visit, called_at] += fact["kind"] == "visit_recalled"
        over = next((later for later in moves[visit] if later > seq), None)
        calls.append(Call(seq, (visit, called_at, recalls[visit, called_at]), _at(fact["at"]), over))
    return calls


def prove(facts: Iterable[tuple[int, Line]], record: Sequence[Line], *, fresh_s: float) -> Proof:
    """Return what the record proves of the facts; a second of doubt is left to the clocks."""
    calls, sessions, lines = calls_of(facts), _sessions(record), _lines_by_key(record)
    proof = Proof(calls=len(calls))
    for call in calls:
        own = lines.get(call.key, [])
        _prove_shown(call, own, record, sessions, proof)
        _prove_spoken(call, own, sessions, proof, fresh_s)
    _prove_order(sessions, proof)
    return proof


def _prove_shown(call: Call, own: list[Line], record: Sequence[Line], sessions: list[list[Line]], proof: Proof) -> None:
    events = {line["event"] for line in own}
    if "shown" in events:
        proof.shown += 1
    elif "superseded" in events:
        proof.superseded += 1  # by the next call of the same visit, which has to be shown itself
    elif call.over_seq is not None and _was_over_when_heard(call, own):
        proof.late_and_over += 1
    elif not own and _over_before_a_snapshot(call, record):
        proof.while_off += 1
    elif _power_went_first(call, own, sessions):
        proof.power_first += 1
    else:
        proof.faults.append(f"call {call.seq} of {call.key} was never shown; of it the record has {sorted(events)}")


def _was_over_when_heard(call: Call, own: list[Line]) -> bool:
    """Return whether the board got the call only in a snapshot or burst that had its end as well."""
    heard = [line for line in own if line["event"] == "heard"]
    late = [(_at(line["at"]) - call.at).total_seconds() > LATE_S for line in heard]
    in_snapshot = [call.over_seq is not None and call.over_seq <= int(line["seq"]) for line in heard]
    passed = any(line["event"] == "passed" for line in own)
    return bool(heard) and all(
        told or (passed and came_late) for told, came_late in zip(in_snapshot, late, strict=True)
    )


def _over_before_a_snapshot(call: Call, record: Sequence[Line]) -> bool:
    """Return whether the first snapshot after the call, taken by a board that had been off, came after its end."""
    reached = [int(line["seq"]) for line in record if line["event"] == "snapshot" and int(line["seq"]) >= call.seq]
    return bool(reached) and call.over_seq is not None and call.over_seq <= reached[0]


def _power_went_first(call: Call, own: list[Line], sessions: list[list[Line]]) -> bool:
    """Return whether each time the call was heard the power went before it could be shown.

    That is before its turn to be announced, or within the time of a paint; and at the next start its visit was over.
    """
    heard = [line for line in own if line["event"] == "heard"]
    return bool(heard) and all(_power_went_after(line, call, sessions) for line in heard)


def _power_went_after(heard: Line, call: Call, sessions: list[list[Line]]) -> bool:
    nth = next(at for at, session in enumerate(sessions) if heard in session)
    if nth == len(sessions) - 1 or not _over_before_a_snapshot(call, sessions[nth + 1]):
        return False
    announced = any(
        line["event"] in {"spoken", "not_spoken"} and _key(line)[:2] == call.key[:2] for line in sessions[nth]
    )
    waited = heard["became"] in {"queued", "merged"} and not announced
    return waited or (_at(sessions[nth][-1]["at"]) - _at(heard["at"])).total_seconds() <= PAINT_S


def _prove_spoken(call: Call, own: list[Line], sessions: list[list[Line]], proof: Proof, fresh_s: float) -> None:
    times = sum(line["event"] == "spoken" for line in own)
    if times > 1:
        proof.faults.append(f"call {call.seq} of {call.key} was spoken {times} times")
    if times:
        proof.spoken += 1
        return
    became = {line["became"] for line in own if line["event"] == "heard"}
    if "merged" in became or _spoken_as_its_recall(call, own, sessions):
        proof.merged += 1
        return
    proof.silent += 1
    for line in own:
        if line["event"] != "heard":
            continue
        answered = call.over_seq is not None and call.over_seq <= int(line["seq"])
        age_s = (_at(line["at"]) - call.at).total_seconds()
        if line["became"] == "not_spoken" and age_s < fresh_s - DOUBT_S and not answered:
            proof.faults.append(f"call {call.seq} of {call.key} was {age_s:.1f} s old, that is fresh, and not spoken")
        if line["became"] == "queued" and line in sessions[-1]:
            proof.faults.append(f"call {call.seq} of {call.key} waited to be spoken and was not")


def _spoken_as_its_recall(call: Call, own: list[Line], sessions: list[list[Line]]) -> bool:
    """Return whether a recall that came while the call waited for its turn was spoken in its place."""
    turns = {line["seq"] for line in own if line["event"] == "heard" and line["became"] == "queued"}
    return any(
        line["event"] == "spoken" and line["seq"] in turns and _key(line)[:2] == call.key[:2]
        for session in sessions
        for line in session
    )


def _prove_order(sessions: list[list[Line]], proof: Proof) -> None:
    for session in sessions:
        queued = [_key(line) for line in session if line["event"] == "heard" and line["became"] == "queued"]
        spoken = [_key(line)[:2] for line in session if line["event"] == "spoken"]
        expected = [key[:2] for key in queued][: len(spoken)]
        if spoken != expected:
            proof.faults.append(f"spoken out of order: {spoken[:5]} where {expected[:5]} was heard")


def _sessions(record: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each start of the board."""
    sessions: list[list[Line]] = []
    for line in record:
        if line["event"] == "started":
            sessions.append([])
        sessions[-1].append(line)
    return sessions


def _lines_by_key(record: Sequence[Line]) -> dict[Key, list[Line]]:
    found: dict[Key, list[Line]] = {}
    for line in record:
        if "visit" in line:
            found.setdefault(_key(line), []).append(line)
    return found


def _key(line: Line) -> Key:
    return str(line["visit"]), _instant(line["called_at"]), int(line["recall"])


def _instant(text: str) -> str:
    return _at(text).isoformat()


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
