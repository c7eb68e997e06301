"""The whole job for a file of answers, without a server or a database: score, draw, plan, write."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from errno import ENOENT
from os import strerror
from pathlib import Path

from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.quality import check_quality
from assessment.domain.refusals import BadRow, PlaceTaken
from assessment.domain.scoring import score_sheet
from assessment.languages import Language
from assessment.use_cases.respondents import AnswersFile, Respondent
from assessment.use_cases.result_document import result_document

_LONGEST_NAME = 120
"""Bytes of a person's name in the name of a file."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """Files to write, None where not wanted. With several people each name gains the row and the person's name."""

    pdf: Path | None = None
    svg: Path | None = None
    png: Path | None = None
    json: Path | None = None

    def list_wanted(self) -> tuple[tuple[str, Path], ...]:
        """Kind and place of each file to write."""
        places = {"json": self.json, "svg": self.svg, "png": self.png, "pdf": self.pdf}
        return tuple((kind, place) for kind, place in places.items() if place is not None)


@dataclass(frozen=True, slots=True)
class Assessed:
    """One person's result and the files written for it."""

    respondent: Respondent
    profile: Profile
    written: tuple[Path, ...]


def assess_file(
    framework: Framework, answers: AnswersFile, language: Language, outputs: Outputs, *, today: date, terms: PlanTerms
) -> Iterator[Assessed | BadRow]:
    """Results in the order of the file; a bad row is passed on and the next one goes on.

    Each file is complete or absent: it is written beside its place and moved there.
    """
    for entry in answers.respondents:
        if isinstance(entry, BadRow):
            yield entry
            continue
        profile = score_sheet(framework, entry.sheet)
        suffix = _suffix(entry) if answers.rows > 1 else ""
        written = []
        for kind, target in outputs.list_wanted():
            place = target.with_name(f"{target.stem}{suffix}{target.suffix}")
            _write(place, _make(kind, framework, entry, profile, language, today=today, terms=terms))
            written.append(place)
        yield Assessed(entry, profile, tuple(written))


def check_places(outputs: Outputs, answers: Path) -> None:
    """Before any work is done: no file takes the place of the answers or of another file. Raises PlaceTaken.

    Raises FileNotFoundError where the folder of a file is missing.
    """
    taken = {answers.resolve()}
    for _, place in outputs.list_wanted():
        if not place.parent.is_dir():
            raise FileNotFoundError(ENOENT, strerror(ENOENT), str(place.parent))
        if place.resolve() in taken:
            raise PlaceTaken(str(place))
        taken.add(place.resolve())


def _make(
    kind: str,
    framework: Framework,
    person: Respondent,
    profile: Profile,
    language: Language,
    *,
    today: date,
    terms: PlanTerms,
) -> bytes:
    if kind == "json":
        document = result_document(framework, profile, locale=language.locale, submitted_at=None)
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    if kind == "pdf":
        return _plan(framework, person, profile, language, today=today, terms=terms)
    return _wheel(kind, framework, profile, language)


def _wheel(kind: str, framework: Framework, profile: Profile, language: Language) -> bytes:
    from assessment.drawing.wheel_files import wheel_png, wheel_svg

    return (wheel_svg if kind == "svg" else wheel_png)(framework, profile, language)


def _plan(
    framework: Framework, person: Respondent, profile: Profile, language: Language, *, today: date, terms: PlanTerms
) -> bytes:
    from assessment.domain.planning import make_plan
    from assessment.drawing.plan_document import PlanReport, plan_document

    sheet: AnswerSheet = person.sheet
    return plan_document(
        PlanReport(
            language=language,
            framework=framework,
            sheet=sheet,
            profile=profile,
            quality=check_quality(framework, sheet, None),
            plan=make_plan(framework, sheet, terms),
            name=person.name,
            day=today,
        )
    )


def _suffix(person: Respondent) -> str:
    """``-3-Anna-Petrova``: the row keeps names apart that are alike."""
    plain = unicodedata.normalize("NFC", person.name)
    name = re.sub(r"[^\w]+", "-", plain).strip("-").encode()[:_LONGEST_NAME].decode(errors="ignore")
    return f"-{person.row}-{name}" if name else f"-{person.row}"


def _write(place: Path, content: bytes) -> None:
    unfinished = place.with_name(f".{place.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
