"""Lay out how many wait before the visitor and how long it will take (pure)."""

from __future__ import annotations

from printer.documents import wording
from printer.documents.scale import Sheet, second_text
from printer.documents.ticket import Names, TicketLanguage
from printer.profiles import Link, PaperProfile
from printer.render.blocks import Block, Columns, Gap, Kept, NativeLine, Rule, Text, Weight

_COLUMNS_FROM_DOTS = 512
_CELL_DOTS = 12
_FRINGE = 6


def figure_blocks(sheet: Sheet) -> list[Block]:
    """Return place and wait as far as they are known, or who calls instead, and the dotted rule under them."""
    content, scale = sheet.content, sheet.scale
    below = scale.gap - 2 if content.language is TicketLanguage.BOTH else scale.gap + 4
    if content.called_by_staff:
        called = _sentence(sheet, wording.label("called_by_staff", content))
        return [Kept(tuple(called)), Gap(below), Rule(dotted=True), Gap(scale.gap + 12)]
    native = sheet.native and content.plain_digits
    waits = "expected_wait_minutes" if native else "expected_wait"  # a bare figure stands without its unit
    told = [
        (
            wording.label("people_ahead", content),
            wording.ahead_figure(content),
            wording.ahead_in_figures(content),
        ),
        (wording.label(waits, content), wording.wait_figure(content), wording.wait_in_figures(content)),
    ]
    why = wording.not_served(content)
    if why is not None and not content.people_ahead:
        told = told[1:]  # nobody is "next" where nobody is called
    known = [(label, words) for label, words, _ in told if words is not None]
    figures = [(label, figure) for label, _, figure in told if figure is not None]
    note: list[Block] = [] if why is None else [*_sentence(sheet, why), Gap(scale.gap // 2)]
    if not known:
        return [*note, Gap(scale.gap), Rule(dotted=True), Gap(scale.gap + 12)]
    if native:
        blocks = _native(sheet, figures)
    elif len(known) == 2 and sheet.paper.dots >= _COLUMNS_FROM_DOTS:
        blocks = _columns(sheet, known)
    else:
        blocks = [line for label, words in known for line in _row(sheet, label, words)]
    return [*note, *blocks, Gap(below), Rule(dotted=True), Gap(scale.gap + 12)]


def _sentence(sheet: Sheet, words: Names) -> list[Text]:
    """Return a sentence in place of figures, in the languages of the paper."""
    scale, language = sheet.scale, sheet.content.language
    arabic = Text(words.ar, scale.figure, Weight.BOLD, rtl=True)
    if language is TicketLanguage.ENGLISH:
        return [Text(words.en, scale.figure, Weight.BOLD)]
    return [arabic] if language is TicketLanguage.ARABIC else [arabic, second_text(words.en, scale.label)]


def native_size(characters: int, paper: PaperProfile, most: int) -> int:
    """Return how many times, at most, a text of this length can be magnified in the printer's own font."""
    return max(1, min(most, paper.usable_dots // (_CELL_DOTS * max(1, characters))))


def _columns(sheet: Sheet, known: list[tuple[Names, Names]]) -> list[Block]:
    """Return rows of two columns: what it is, how much in large type, the same in English below.

    The labels are a separate row, because they are the same on every ticket. Arabic begins at the right.
    """
    content, scale = sheet.content, sheet.scale
    language = content.language
    ordered = known[::-1] if language is TicketLanguage.ENGLISH else known
    (right_label, right), (left_label, left) = ordered
    lined = sheet.link is Link.FAST  # between figures it would make their picture higher
    last = language is not TicketLanguage.BOTH
    tell = _native_label if sheet.native else _label
    rows: list[Block] = [
        Kept((Columns(tell(sheet, right_label), tell(sheet, left_label), (_FRINGE, 0) if lined else None),)),
        Columns((_figure(sheet, right),), (_figure(sheet, left),), (0, _FRINGE if last else 0) if lined else None),
    ]
    if language is TicketLanguage.BOTH and sheet.native:
        rows.append(NativeLine((left.en, right.en), 1, 1))
    elif language is TicketLanguage.BOTH:
        english = tuple(
            second_text(f"{label.en}: {words.en}", scale.small - 2, max_lines=1)
            for label, words in ((right_label, right), (left_label, left))
        )
        rows.append(Columns(english[:1], english[1:], (0, _FRINGE) if lined else None))
    return rows


def _label(sheet: Sheet, label: Names) -> tuple[Text, ...]:
    if sheet.content.language is TicketLanguage.ENGLISH:
        return (_latin(label.en, sheet.scale.label, Weight.MEDIUM),)
    return (Text(label.ar, sheet.scale.label, Weight.MEDIUM, rtl=True, max_lines=1),)


def _figure(sheet: Sheet, words: Names) -> Text:
    if sheet.content.language is TicketLanguage.ENGLISH:
        return _latin(words.en, sheet.scale.figure, Weight.BOLD)
    return Text(words.ar, sheet.scale.figure, Weight.BOLD, rtl=True, max_lines=1)


def _row(sheet: Sheet, label: Names, words: Names) -> tuple[Text | NativeLine, ...]:
    """Return a separate line: what it is and how much."""
    scale, language = sheet.scale, sheet.content.language
    arabic = Text(f"{label.ar}: {words.ar}", scale.figure, Weight.BOLD, rtl=True, max_lines=1)
    english = f"{label.en}: {words.en}"
    if language is TicketLanguage.ENGLISH:
        return (_latin(english, scale.figure, Weight.BOLD),)
    if language is TicketLanguage.ARABIC:
        return (arabic,)
    return arabic, NativeLine((english,), 1, 1) if sheet.native else second_text(english, scale.small, max_lines=1)


def _native(sheet: Sheet, figures: list[tuple[Names, str]]) -> list[Block]:
    """Return labels as pictures that the printer may keep, and the figures below as its own text.

    Bare figures read the same in both languages, so there is one line of them; the label says the unit.
    """
    labels = [_native_label(sheet, label) for label, _ in figures]
    cells = tuple(figure for _, figure in figures)
    if len(figures) == 1:
        return [Kept((*labels[0], Gap(2))), NativeLine(cells, 2, 2)]
    first, second = labels
    ltr = sheet.content.language is TicketLanguage.ENGLISH
    right, left = (second, first) if ltr else (first, second)
    return [Kept((Columns(right, left), Gap(2))), NativeLine(cells if ltr else cells[::-1], 2, 2)]


def _native_label(sheet: Sheet, label: Names) -> tuple[Text, ...]:
    size = sheet.scale.label
    arabic = Text(label.ar, size, Weight.MEDIUM, rtl=True, max_lines=1)
    english = _latin(label.en, size - 4)
    return {TicketLanguage.ARABIC: (arabic,), TicketLanguage.ENGLISH: (_latin(label.en, size, Weight.MEDIUM),)}.get(
        sheet.content.language, (arabic, english)
    )


def _latin(text: str, size: int, weight: Weight = Weight.REGULAR) -> Text:
    return Text(text, size, weight, max_lines=1)
