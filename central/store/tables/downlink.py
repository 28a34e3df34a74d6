"""Tables of what halls fetch and what phones read: settings as published, the inbox, places, copies, releases."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from central.store.tables.halls import BIG, JSON_TEXT, Instant, metadata

settings_document = Table(  # what was published for a hall, each version as it was
    "settings_document",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    Column("by", String(200), nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("setting", String(40)),  # which setting this version changed, where it changed one alone
    Column("act", String(32)),  # by which act, that changed it in several halls
    Index(None, "act"),
)

inbox = Table(  # what came in elsewhere for a hall, under numbers that only grow
    "inbox",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("number", BIG, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("key", String(128), nullable=False),
    Column("body", JSON_TEXT, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("about", String(64)),  # whose: of an answer, the digest of the ticket's code
    UniqueConstraint("hall", "key"),
    Index(None, "hall", "about"),
)

hall_places = Table(  # where each visit in a hall stands, for visitors' own pages
    "hall_places",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("received_at", Instant, nullable=False),
    Column("body", JSON_TEXT, nullable=False),
)

hall_copy = Table(  # the newest whole copy of each hall's database, sealed by the hall
    "hall_copy",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("parts", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("received_at", Instant, nullable=False),
)

hall_copy_part = Table(  # its bytes, and those of a copy that is being sent
    "hall_copy_part",
    metadata,
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

release = Table(  # a version of the programs, and how far it is given to the halls
    "release",
    metadata,
    Column("version", String(40), primary_key=True),
    Column("state", String(10), nullable=False),
    Column("open_group", Integer, nullable=False),  # groups 1 to this one get it; 0: none yet
    Column("plan", JSON_TEXT),
    Column("reason", Text, nullable=False),  # why it was stopped
    Column("reason_hall", String(40)),  # the hall where it failed
    Column("reason_code", String(40), nullable=False),  # a ReleaseProblem
    Column("added_by", String(200), nullable=False),
    Column("added_at", Instant, nullable=False),
)

release_file = Table(  # its file for one system; the bytes lie in the folder of releases
    "release_file",
    metadata,
    Column("version", String(40), ForeignKey("release.version"), primary_key=True),
    Column("system", String(40), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("size", BIG, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("signature", Text, nullable=False),
)

release_result = Table(  # how far it is in one hall, as the hall itself said
    "release_result",
    metadata,
    Column("version", String(40), primary_key=True),  # a failure stays when the release is removed
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("state", String(20), nullable=False),
    Column("problem", Text, nullable=False),
    Column("code", String(40), nullable=False),  # a ReleaseProblem
    Column("at", Instant, nullable=False),
    Column("received_at", Instant, nullable=False),
)
