"""At most one message of a kind about a visit or a request stands in the database."""

from hall.contact.store.tables import message, request_phone


def test_a_kind_is_told_once() -> None:
    unique = [
        {column.name for column in one.columns} for one in message.constraints if type(one).__name__.startswith("Uni")
    ]
    assert unique == [{"about", "kind"}]
    assert "text" not in request_phone.c
