"""Who a hall's database is."""

from __future__ import annotations

from sqlalchemy import Engine, select, text

from hall.platform.db.hall_identity import begin_again, begin_stream, instance_of, live_stream
from hall.platform.db.tables.kept import sync_state


def names(engine: Engine) -> tuple[str, str, str]:
    with engine.connect() as connection:
        stream = connection.execute(select(sync_state.c.stream)).scalar_one()
        return instance_of(connection), live_stream(connection), stream


def test_a_database_has_three_names_of_its_own(engine: Engine) -> None:
    assert len(set(names(engine))) == 3
    assert names(engine) == names(engine)


def test_a_restored_database_gets_new_names(engine: Engine) -> None:
    before = names(engine)
    with engine.begin() as connection:
        begin_again(connection)
    assert not set(before) & set(names(engine))


def test_a_new_stream_leaves_instance_and_live_link_alone(engine: Engine) -> None:
    instance, live, _ = names(engine)
    with engine.begin() as connection:
        stream = begin_stream(connection)
    assert names(engine) == (instance, live, stream)


def test_the_line_to_the_centre_begins_at_nothing(engine: Engine) -> None:
    with engine.connect() as connection:
        lines = connection.execute(text("SELECT name, last, head FROM line ORDER BY name")).all()
    assert [tuple(row) for row in lines] == [("outbox", 0, "0" * 64)]
