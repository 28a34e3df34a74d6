"""The port of the requests is kept by the memory store and by the database's."""

from hall.adapters.request_store import SqlRequests
from hall.application.request_ports import RequestStore
from tests.helpers.memory_contacts import MemoryRequests


def test_both_stores_have_every_method_of_the_port() -> None:
    wanted = {name for name in vars(RequestStore) if not name.startswith("_")}
    assert len(wanted) >= 6
    for store in (MemoryRequests, SqlRequests):
        assert wanted <= set(vars(store))
