"""The ports of telling visitors are kept by the memory store, the database's and both gateways."""

from hall.adapters.message_file import FileGateway
from hall.adapters.message_gateway import HttpGateway
from hall.adapters.message_store import SqlMessages
from hall.application.message_ports import MessageGateway, MessageStore
from tests.helpers.memory_contacts import MemoryMessages


def test_every_method_of_the_ports_is_there() -> None:
    for port, kinds in ((MessageStore, (MemoryMessages, SqlMessages)), (MessageGateway, (FileGateway, HttpGateway))):
        wanted = {name for name in vars(port) if not name.startswith("_")}
        assert wanted
        for kind in kinds:
            assert wanted <= set(vars(kind))
