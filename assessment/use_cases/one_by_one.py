"""The same thing for many campaigns, where trouble with one must not hold up the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assessment.store.database import DatabaseUnavailable


def do_for_each(keys: Iterable[str], act: Callable[[str], bool]) -> int:
    """Do it for every key; how often it returned True.

    Raises DatabaseUnavailable at once, and after the last one an ExceptionGroup of whatever else was raised.
    """
    done, errors = 0, []
    for key in keys:
        try:
            done += act(key)
        except DatabaseUnavailable:
            raise
        except Exception as error:  # raised below, when all the others have had their turn
            errors.append(error)
    if errors:
        raise ExceptionGroup("some campaigns could not be seen to", errors)
    return done
