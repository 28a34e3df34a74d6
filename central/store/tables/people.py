"""Tables of the directory: people, where they have which role, recovery codes, sessions; every secret as its hash."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from central.store.tables.halls import BIG, Instant, metadata

person = Table(
    "person",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("full_name", String(200), nullable=False),
    Column("role", String(10), nullable=False),  # at the centre; empty for who works in halls only
    Column("password", Text),
    Column("authenticator", Text),  # its secret, sealed
    Column("key_mark", String(64)),  # of the centre's key that seals both
    Column("ready_at", Instant),  # since when password and authenticator are both proven
    Column("last_step", BIG, nullable=False),  # of the last code taken: each is taken once
    Column("wrong", Integer, nullable=False),
    Column("locked_until", Instant),
    Column("set_up_code", String(64)),
    Column("set_up_until", Instant),
    Column("added_by", Text, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("disabled_at", Instant),
    # Who it is at the ministry's OpenID provider; both NULL for an account of the centre.
    Column("issuer", Text),
    Column("subject", String(255)),
    UniqueConstraint("issuer", "subject", name="one_person_of_a_subject"),
)

person_place = Table(
    "person_place",
    metadata,
    Column("person", String(80), ForeignKey("person.name"), primary_key=True),
    # What the person sees at the centre: all, governorate:NAME or hall:NAME (central.access.places).
    Column("place", String(60), primary_key=True),
)

hall_role = Table(
    "hall_role",
    metadata,
    Column("person", String(80), ForeignKey("person.name"), primary_key=True),
    Column("place", String(60), primary_key=True),  # in which halls, as above
    Column("role", String(16), nullable=False),
    Column("unit", String(64), nullable=False),
    Column("changed_at", Instant, nullable=False),
)

hall_invitation = Table(
    "hall_invitation",
    metadata,
    Column("person", String(80), ForeignKey("person.name"), primary_key=True),
    Column("hall", String(40), ForeignKey("hall.hall"), primary_key=True),
    Column("code_hash", String(64), nullable=False),
    Column("good_until", Instant, nullable=False),
)

recovery_code = Table(
    "recovery_code",
    metadata,
    Column("person", String(80), ForeignKey("person.name"), primary_key=True),
    Column("code_hash", String(64), primary_key=True),
    Column("used_at", Instant),
)

staff_session = Table(
    "staff_session",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    # One of the two: a person who signed in, or the access token that was typed in place of a name.
    Column("person", String(80), ForeignKey("person.name"), index=True),
    Column("access_token", String(64), ForeignKey("access_token.token_hash")),
    Column("begun_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("ended_at", Instant),
)
