"""The port of the complaints is kept by the memory store and by the database's."""

from hall.adapters.complaint_store import SqlComplaints
from hall.application.complaint_ports import ComplaintStore
from tests.helpers.memory_contacts import MemoryComplaints


def test_both_stores_have_every_method_of_the_port() -> None:
    wanted = {name for name in vars(ComplaintStore) if not name.startswith("_")}
    assert len(wanted) >= 7
    for store in (MemoryComplaints, SqlComplaints):
        assert wanted <= set(vars(store))
