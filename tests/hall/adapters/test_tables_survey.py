"""A visit has one answer at most, by the table itself."""

from hall.adapters.tables_survey import survey


def test_the_visit_is_the_key_and_refers_to_a_visit_of_the_hall() -> None:
    assert [column.name for column in survey.primary_key] == ["visit"]
    assert {key.target_fullname for key in survey.c.visit.foreign_keys} == {"visit.id"}
