"""Make and read the body of a batch, which is lines.

The lines are: the header (a `BatchHeader` as JSON), then one line for each entry, in order, `first` to
`last` without a gap: the entry's stored bytes, or an opaque line where those bytes no longer fit their chain value.

>>> from contracts.centre.outbox_entry import GENESIS, OutboxEntry, encode_body, link
>>> body = encode_body({"kind": "note", "rev": 1})
>>> entry = OutboxEntry(1, body, link(GENESIS, body))
>>> batch = build_batch([entry], start=1, previous=GENESIS, stream="s1", instance="i1", app="0.1")
>>> header, lines = read_batch(batch)
>>> (header.first, header.last, lines == (body,), header.head == link(GENESIS, body))
(1, 1, True, True)
>>> content_digest(b"")
'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:'
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from collections.abc import Sequence

from contracts.centre.outbox_entry import EntryKind, OutboxEntry, encode_body, link
from contracts.centre.sync_api import MAX_DECODED_BYTES, SCHEMA
from contracts.codec.message import Message
from contracts.codec.reader import ContractError, from_json, to_json

MAX_ENTRY_BYTES = 256 * 1024
"""An entry above this travels as an opaque line with its beginning only; the whole of it stays at the hall."""

OPAQUE_MARK = b'"kind":"opaque"'
"""What stands in every opaque line, and hardly in another."""

_SHOWN_BYTES = 1024


class BatchHeader(Message, frozen=True):
    """First line of a batch: `start` is the stream's first seq, `previous` and `head` the chain before and after."""

    schema: int
    app: str
    instance: str
    stream: str
    start: int
    first: int
    last: int
    previous: str
    head: str


def batch_name(first: int, last: int) -> str:
    """Return the name of a batch in paths and answers.

    >>> batch_name(120, 219)
    '120-219'
    """
    return f"{first}-{last}"


def content_digest(content: bytes) -> str:
    """Return the `Content-Digest` (RFC 9530) of a request body as it travels, compressed."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"


def compress(content: bytes) -> bytes:
    """Return `content` in gzip, the same bytes each time (no time of day in it).

    >>> decompress(compress(b"abc"), limit=3)
    b'abc'
    """
    return gzip.compress(content, compresslevel=6, mtime=0)


def decompress(content: bytes, *, limit: int = MAX_DECODED_BYTES) -> bytes:
    """Return what is in a gzip body of one member; ContractError when it is damaged or holds more than `limit` bytes.

    Never decompresses more than `limit` bytes, whatever the body claims.
    """
    reader = zlib.decompressobj(wbits=31)
    try:
        decoded = reader.decompress(content, limit + 1)
    except zlib.error as error:
        raise ContractError("", f"the body is not gzip: {error}") from error
    if len(decoded) > limit:
        raise ContractError("", f"the body holds more than {limit} bytes")
    if not reader.eof or reader.unused_data:
        raise ContractError("", "the gzip body is cut short or something follows it")
    return decoded


def opaque_line(entry: OutboxEntry) -> bytes:
    """Return the line for an entry whose bytes cannot travel: they go in base64, its stored chain value with them.

    Of an entry above MAX_ENTRY_BYTES only the beginning goes; `bytes` says how long it is.
    """
    raw = entry.body if len(entry.body) <= MAX_ENTRY_BYTES else entry.body[:_SHOWN_BYTES]
    line = {"kind": EntryKind.OPAQUE.value, "raw": base64.b64encode(raw).decode(), "chain": entry.chain}
    return encode_body(line if raw == entry.body else {**line, "bytes": len(entry.body)})


def build_batch(  # each argument is a field of the header
    entries: Sequence[OutboxEntry],
    *,
    start: int,
    previous: str,
    stream: str,
    instance: str,
    app: str,
    opaque: frozenset[int] = frozenset(),
) -> bytes:
    """Return the decoded body of the batch of `entries` (gapless, one or more) after the chain value `previous`.

    An entry named in `opaque`, or whose bytes do not fit its chain value (a damaged disk), travels as an opaque line:
    the centre quarantines it and the entries behind it still arrive.
    """
    lines = []
    before = previous
    for entry in entries:
        lines.append(opaque_line(entry) if entry.seq in opaque or not _travels(entry, before) else entry.body)
        before = entry.chain
    header = BatchHeader(SCHEMA, app, instance, stream, start, entries[0].seq, entries[-1].seq, previous, before)
    return b"\n".join([encode_body(to_json(header)), *lines])


def _travels(entry: OutboxEntry, before: str) -> bool:
    sound = link(before, entry.body) == entry.chain and b"\n" not in entry.body
    # An entry that looks like an opaque line would be taken for one.
    return sound and len(entry.body) <= MAX_ENTRY_BYTES and read_opaque(entry.body) is None


def read_batch(content: bytes) -> tuple[BatchHeader, tuple[bytes, ...]]:
    """Return header and lines of a decoded batch; raise ContractError where the header or the count of lines is bad."""
    first_line, *lines = content.split(b"\n")
    try:
        header = from_json(BatchHeader, json.loads(first_line))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ContractError("header", f"the first line is not JSON: {error}") from error
    if header.first < 1 or header.last < header.first or header.start > header.first:
        raise ContractError(
            "header", f"start {header.start}, first {header.first}, last {header.last} are not in order"
        )
    for name in ("previous", "head"):
        if not _is_chain(getattr(header, name)):
            raise ContractError(name, "expected 64 hexadecimal digits")
    if len(lines) != header.last - header.first + 1:
        raise ContractError("last", f"{header.last - header.first + 1} entries were announced, {len(lines)} came")
    return header, tuple(lines)


def line_chain(previous: str, line: bytes) -> str:
    """Return the chain value after `line`; an opaque line brings its own."""
    raw = read_opaque(line)
    return raw[1] if raw else link(previous, line)


def read_opaque(line: bytes) -> tuple[bytes, str] | None:
    """Return (stored bytes, stored chain value) of an opaque line, or None for any other line."""
    if OPAQUE_MARK not in line:
        return None
    try:
        value = json.loads(line)
        raw, chain = base64.b64decode(value["raw"], validate=True), value["chain"]
    except (ValueError, KeyError, TypeError):
        return None
    return (raw, chain) if value.get("kind") == EntryKind.OPAQUE.value and _is_chain(chain) else None


def _is_chain(text: object) -> bool:
    return isinstance(text, str) and len(text) == 64 and set(text) <= set("0123456789abcdef")
