"""Triggers that refuse to change or remove a row of a table, on SQLite and on PostgreSQL."""

from __future__ import annotations

NAMES = {"fact": "facts", "announced_wait": "announced waits"}
"""What may only be added to, as a refusal names it."""


def guards(dialect: str, table: str = "fact") -> tuple[str, ...]:
    """Return the statements that set up the triggers of a table."""
    refusal = f"{NAMES[table]} are append-only"
    if dialect == "sqlite":
        return tuple(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            for verb in ("UPDATE", "DELETE")
        )
    return (
        f"""CREATE FUNCTION refuse_{table}_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
        f"""CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_{table}_change()""",
    )


def removals(dialect: str, table: str = "fact") -> tuple[str, ...]:
    """Return the statements that take them away again, for a downgrade."""
    if dialect == "sqlite":
        return (f"DROP TRIGGER {table}_no_update", f"DROP TRIGGER {table}_no_delete")
    return (f"DROP TRIGGER {table}_append_only ON {table}", f"DROP FUNCTION refuse_{table}_change()")
