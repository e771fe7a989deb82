"""The parts of a card in the order they appear, so that words can be matched to them before anything is drawn."""

from __future__ import annotations

from lessonforge.cards import Chart, Code, Diagram, Events, Formula, Slide, Table
from lessonforge.lesson import Quiz

Card = Slide | Chart | Formula | Table | Diagram | Events | Code | Quiz


def parts(card: Card) -> tuple[str, ...]:
    """The words of each further state of a card: it has `len(parts(card)) + 1` states, the first with the heading.

    An empty text means that nothing is likely to be said for it. A quiz shows its question, then each choice, then
    which is right; a code listing is there from the start.
    """
    match card:
        case Slide():
            return card.bullets or ((card.text,) if card.text else ())
        case Chart():
            return tuple(datum.label for datum in card.data)
        case Formula():
            return (*(line.note or "" for line in card.lines), *(symbol.meaning for symbol in card.where))
        case Table():
            return tuple(row[0] if row else "" for row in card.rows)
        case Diagram():
            return tuple(node.text for node in card.nodes)
        case Events():
            return tuple(event.text for event in card.events)
        case Quiz():
            right = next((choice.text for choice in card.choices if choice.correct), "")
            return (*(choice.text for choice in card.choices), right)
        case Code():
            return ()
