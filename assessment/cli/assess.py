"""``cx-wheel assess``: from a file of answers to the wheel and the plan, without a server or a database."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import click

from assessment.bank.location import bank_path
from assessment.bank.shelf import Shelf
from assessment.cli.refused_bank import refusing_bank
from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import BadRow, Refusal, UnknownLevel, UnknownLocale
from assessment.languages import LOCALES, Language, get_language
from assessment.use_cases.answer_files import read_answers_file
from assessment.use_cases.assess_files import Assessed, Outputs, assess_file, check_places
from assessment.use_cases.plan_limits import check_terms
from assessment.use_cases.respondents import AnswersFile
from assessment.wording.answer_files import bad_row_sentences, left_out_sentence
from assessment.wording.refusals import refusal_sentence
from assessment.wording.summary import summary_line, summary_lines

_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)


@click.command()
@click.argument("answers", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--framework", "framework_id", default="cx_competencies", show_default=True, help="Id of the framework.")
@click.option("--version", "version", help="Version of the framework; the latest if not given.")
@click.option(
    "--level", default=Level.INDIVIDUAL.value, show_default=True, type=click.Choice([level.value for level in Level])
)
@click.option("--locale", default="en", show_default=True, type=click.Choice(LOCALES), help="Language of the files.")
@click.option("--pdf", type=_FILE, help="Write the development plan here.")
@click.option("--svg", type=_FILE, help="Write the wheel here as SVG.")
@click.option("--png", type=_FILE, help="Write the wheel here as PNG.")
@click.option("--json", "json_path", type=_FILE, help="Write the result here as the API gives it.")
@click.option(
    "--hours", default=3.0, show_default=True, type=click.FloatRange(0.5, 40), help="Hours a week to plan for."
)
@click.option("--weeks", default=12, show_default=True, type=click.IntRange(1, 52), help="Weeks to plan for.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Date on the plan; today if not given.")
@click.option("--bank", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another question bank.")
def assess(
    *,
    answers: Path,
    framework_id: str,
    version: str | None,
    level: str,
    locale: str,
    pdf: Path | None,
    svg: Path | None,
    png: Path | None,
    json_path: Path | None,
    hours: float,
    weeks: int,
    today: datetime | None,
    bank: Path | None,
) -> None:
    """Score ANSWERS (.yaml, .json or .csv) and write the files asked for.

    YAML and JSON hold one person's answers by item id; a CSV holds one person a row, and each gets files of their own.
    """
    language = get_language(locale)
    day = today.date() if today else datetime.now(UTC).astimezone().date()
    outputs = Outputs(pdf=pdf, svg=svg, png=png, json=json_path)
    terms = PlanTerms.from_next_monday(day, weekly_hours=hours, weeks=weeks)
    with _refusing(language):
        check_terms(terms, day)
        check_places(outputs, answers)
        framework = _framework(bank or bank_path(), framework_id, version, level, locale)
        read = read_answers_file(answers, framework, Level(level))
        bad = _run(framework, read, language, outputs, day=day, terms=terms)
    for row in bad:
        for sentence in bad_row_sentences(language, answers.name, row):
            click.echo(sentence, err=True)
    if bad:
        if read.rows > 1:
            click.echo(left_out_sentence(language, len(bad)), err=True)
        raise SystemExit(1)


@contextmanager
def _refusing(language: Language) -> Iterator[None]:
    """Turn refusals and files that cannot be written into exit status 1 and a sentence."""
    try:
        yield
    except Refusal as refusal:
        raise click.ClickException(refusal_sentence(language, refusal)) from refusal
    except BrokenPipeError:
        raise  # the reader of a pipe has seen enough; click ends quietly
    except OSError as wrong:
        place = {"file": wrong.filename or "?", "found": wrong.strerror or type(wrong).__name__}
        raise click.ClickException(language.gettext("%(file)s cannot be written: %(found)s.", **place)) from wrong


def _framework(bank: Path, framework_id: str, version: str | None, level: str, locale: str) -> Framework:
    with refusing_bank():
        shelf = Shelf.read(bank)
    framework = shelf.get(framework_id, version).framework
    if level not in framework.levels:
        raise UnknownLevel(level, framework.levels)
    if locale not in framework.locales:
        raise UnknownLocale(locale, framework.locales)
    return framework


def _run(
    framework: Framework, read: AnswersFile, language: Language, outputs: Outputs, *, day: date, terms: PlanTerms
) -> list[BadRow]:
    """Assess everybody; a summary for one person, a progress bar for many. The bad rows come back."""
    results = assess_file(framework, read, language, outputs, today=day, terms=terms)
    if read.rows == 1:
        entries = list(results)
    else:
        with click.progressbar(results, length=read.rows, file=sys.stderr) as progress:
            entries = list(progress)
    assessed = [entry for entry in entries if isinstance(entry, Assessed)]
    if read.rows == 1:
        for person in assessed:
            _tell(framework, language, person)
    else:
        _tell_all(framework, language, assessed)
    return [entry for entry in entries if isinstance(entry, BadRow)]


def _tell(framework: Framework, language: Language, person: Assessed) -> None:
    for line in summary_lines(language, framework, person.profile):
        click.echo(line)
    for path in person.written:
        click.echo(str(path))


def _tell_all(framework: Framework, language: Language, people: Sequence[Assessed]) -> None:
    """How many, and for each the line of the file, the name and the headline, or the files written."""
    for person in people:
        told = ", ".join(map(str, person.written)) or summary_line(language, framework, person.profile)
        click.echo("  ".join(filter(None, [str(person.respondent.row), person.respondent.name, told])))
    click.echo(language.ngettext("%(n)s person assessed.", "%(n)s people assessed.", len(people)))
