"""References from one entry to another by its id."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from assessment.bank.finding import Finding
from assessment.bank.source import Entry, S


def find_unknown(entry: Entry[S], key: str, known: frozenset[str] | None, what: str) -> Iterator[Finding]:
    """Ids under a key of an entry that nothing has. ``known`` None means that nobody can tell; ``what`` names them."""
    value = getattr(entry.shape, key)
    if known is None or value is None:
        return
    for position, name in enumerate(value if isinstance(value, list) else [value]):
        if name not in known:
            place = (*entry.place, key, position) if isinstance(value, list) else (*entry.place, key)
            yield entry.document.finding(place, f"there is no {what} `{name}`; {_advice(name, known)}")


def _advice(name: str, known: frozenset[str]) -> str:
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.8)
    if close:
        return f"did you mean `{close[0]}`?"
    if len(known) > 12:
        return "correct the name or add an entry of that name"
    return f"choose one of {', '.join(sorted(known))}" if known else "remove it"
