"""What views pass on to use cases: the parts of the running application, the day, the core framework."""

from __future__ import annotations

from datetime import date

from assessment.domain.framework import Framework
from assessment.domain.refusals import UnknownFramework
from assessment.use_cases.parts import parts

__all__ = ["CORE", "core_framework", "parts", "today"]

CORE = "cx_competencies"
"""The framework of the first page and of the pages that explain."""


def today() -> date:
    """The day on which the request is answered, in UTC."""
    return parts().clock().date()


def core_framework() -> Framework:
    """The latest core framework, or the first of a bank that has none."""
    shelf = parts().shelf
    try:
        return shelf.get(CORE).framework
    except UnknownFramework:
        return shelf.list_latest()[0].framework
