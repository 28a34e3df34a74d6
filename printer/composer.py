"""From a ticket's content to the bytes that suit one printer: its paper, its link, what it can do and what it keeps."""

from __future__ import annotations

from printer.documents.complaint_paper import ComplaintPaper, lay_out_complaint
from printer.documents.letterhead import PLAIN, Letterhead
from printer.documents.receipt import Receipt, lay_out_receipt
from printer.documents.return_paper import ReturnPaper, lay_out_return
from printer.documents.slip_content import Slip
from printer.documents.ticket import TicketContent
from printer.documents.ticket_layout import lay_out
from printer.escpos.capabilities import Abilities
from printer.escpos.encode import encode
from printer.escpos.encoding_choice import ASSUMED, Encoding, encoding_for
from printer.escpos.pieces import PieceStore
from printer.profiles import Link, PaperProfile
from printer.render.blocks import Block
from printer.stored_graphics.store import ArtStore


class Composer:
    """Composes the tickets of one printer; keeps what it has drawn. One thread at a time.

    `answers` is False for a wire that no answer comes back on: then the usual ticket is made.
    """

    def __init__(
        self,
        paper: PaperProfile,
        link: Link,
        *,
        answers: bool = True,
        letterhead: Letterhead = PLAIN,
        art: ArtStore | None = None,
    ) -> None:
        self.art = art or ArtStore()
        self._paper = paper
        self._link = link
        self._answers = answers
        self.letterhead = letterhead
        self._pieces = PieceStore(paper)

    def encoding(self, abilities: Abilities) -> Encoding:
        """Return how tickets are encoded for a unit that can do this."""
        return encoding_for(self._link, abilities if self._answers else abilities.kept_from(ASSUMED))

    def lacks_art(self, abilities: Abilities) -> bool:
        """Return whether the printer could keep something for tickets seen so far that it does not keep yet."""
        return self.encoding(abilities).art and self.art.has_work

    def blocks(self, content: TicketContent) -> tuple[Block, ...]:
        """Return the ticket's layout."""
        return lay_out(content, self._paper, self._link, self.letterhead)

    def ticket(self, content: TicketContent, abilities: Abilities) -> list[bytes]:
        """Return a ticket in segments of at most 1 KB; what the printer keeps is named instead of sent.

        On a serial line its fixed parts are noted as wanted in the printer.
        """
        return self.segments(self.blocks(content), abilities)

    def slip(self, slip: Slip, abilities: Abilities) -> list[bytes]:
        """Return a slip in segments of at most 1 KB; its head is the tickets', which the printer may keep."""
        place = (self._paper, self._link, self.letterhead)
        match slip:
            case Receipt():
                return self.segments(lay_out_receipt(slip, *place), abilities)
            case ReturnPaper():
                return self.segments(lay_out_return(slip, *place), abilities)
            case ComplaintPaper():
                return self.segments(lay_out_complaint(slip, *place), abilities)

    def segments(self, blocks: tuple[Block, ...], abilities: Abilities) -> list[bytes]:
        """Return any paper in segments of at most 1 KB."""
        encoding = self.encoding(abilities)
        # What a printer can do is learnt after the first tickets were drawn ahead: nothing of them is drawn again.
        store = self._pieces.for_printer(native_qr=encoding.native_qr, half_resolution=encoding.half_resolution)
        if self._link is not Link.FAST:
            self.art.want(store.art(blocks))  # also before it is known whether the printer has a memory
        pieces = store.pieces(blocks, self.art if encoding.art else None)
        return encode(pieces, spares_memory=encoding.spares_memory)
