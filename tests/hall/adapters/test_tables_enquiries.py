"""The table of enquiries numbers itself by the hall's line, not by the database's."""

from hall.adapters.tables_enquiries import enquiry


def test_its_number_is_given() -> None:
    assert enquiry.c.number.autoincrement is False
