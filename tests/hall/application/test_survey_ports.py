"""The port of the surveys is kept by the memory store and by the database's."""

from hall.adapters.survey_store import SqlSurveys
from hall.application.survey_ports import SurveyStore
from tests.helpers.memory_contacts import MemorySurveys


def test_both_stores_have_every_method_of_the_port() -> None:
    wanted = {name for name in vars(SurveyStore) if not name.startswith("_")}
    assert len(wanted) >= 7
    for store in (MemorySurveys, SqlSurveys):
        assert wanted <= set(vars(store))
