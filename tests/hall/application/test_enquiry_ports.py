"""The port of the enquiries is kept by the memory store and by the database's."""

from hall.adapters.enquiry_store import SqlEnquiries
from hall.application.enquiry_ports import EnquiryStore
from tests.helpers.memory_contacts import MemoryEnquiries


def test_both_stores_have_every_method_of_the_port() -> None:
    wanted = {name for name in vars(EnquiryStore) if not name.startswith("_")}
    assert len(wanted) >= 5
    for store in (MemoryEnquiries, SqlEnquiries):
        assert wanted <= set(vars(store))
