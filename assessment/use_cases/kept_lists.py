"""Lists of people as they are kept while their sender looks at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assessment.domain.address_faults import AddressFault, FaultKind
from assessment.domain.listed_people import BadLine, ListedPerson, PeopleList, Trouble
from assessment.domain.people import TeamRole


def to_kept(found: PeopleList) -> dict[str, Any]:
    """A list as JSON values."""
    return asdict(found)


def from_kept(kept: Mapping[str, Any]) -> PeopleList:
    """The list that ``to_kept`` made these values of."""
    return PeopleList(
        tuple(ListedPerson(**{**person, "role": TeamRole(person["role"])}) for person in kept["people"]),
        tuple(_bad_line(line) for line in kept["bad"]),
        tuple(kept["ignored"]),
    )


def _bad_line(line: Mapping[str, Any]) -> BadLine:
    fault = line["fault"] and AddressFault(FaultKind(line["fault"]["kind"]), line["fault"]["detail"])
    return BadLine(line["line"], line["content"], Trouble(line["trouble"]), line["first"], fault)
