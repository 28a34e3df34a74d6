"""Triggers that refuse to change or remove a fact, on SQLite and on PostgreSQL."""

from __future__ import annotations

REFUSAL = "facts are append-only"

_SQLITE = tuple(
    f"CREATE TRIGGER fact_no_{verb.lower()} BEFORE {verb} ON fact BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for verb in ("UPDATE", "DELETE")
)
_POSTGRESQL = (
    f"""CREATE FUNCTION refuse_fact_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER fact_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fact
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_fact_change()""",
)


def guards(dialect: str) -> tuple[str, ...]:
    """Return the statements that set up the triggers."""
    return _SQLITE if dialect == "sqlite" else _POSTGRESQL


def removals(dialect: str) -> tuple[str, ...]:
    """Return the statements that take them away again, for a downgrade."""
    if dialect == "sqlite":
        return ("DROP TRIGGER fact_no_update", "DROP TRIGGER fact_no_delete")
    return ("DROP TRIGGER fact_append_only ON fact", "DROP FUNCTION refuse_fact_change()")
