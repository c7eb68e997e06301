"""Lists of people in words: why a line adds nobody, and why a whole list cannot be read."""

from __future__ import annotations

from assessment.domain.listed_people import LARGEST_BYTES, MOST_LINES, BadLine, Trouble
from assessment.domain.people import LONGEST_NAME
from assessment.domain.team_refusals import BadListFile
from assessment.languages import Language
from assessment.wording.addresses import address_fault_sentence


def trouble_sentence(language: Language, bad: BadLine) -> str:
    """Why nobody can be added from the line."""
    if bad.fault is not None:
        return address_fault_sentence(language, bad.fault)
    return {
        Trouble.NO_ADDRESS: language.gettext("There is no address in it."),
        Trouble.NAME_TOO_LONG: language.gettext("The name has more than %(n)s characters.", n=LONGEST_NAME),
        Trouble.UNKNOWN_LANGUAGE: language.gettext(
            "The language is neither en nor ru. Leave it out, and the language of the team is taken."
        ),
        Trouble.UNKNOWN_ROLE: language.gettext("The role is neither member nor lead."),
        Trouble.TOO_MANY_CELLS: language.gettext("It has more cells than the first line has columns."),
        Trouble.REPEATED: language.gettext("The same address is in line %(line)s.", line=bad.first),
        Trouble.IN_TEAM: language.gettext("Already in the team."),
    }[bad.trouble]


def bad_list_sentence(language: Language, refusal: BadListFile) -> str:
    """Why a list cannot be read at all, and what to do."""
    return _sentences(language, refusal.line)[refusal.reason]


def _sentences(language: Language, line: int | None) -> dict[str, str]:
    return {
        "size": language.gettext(
            "The list is larger than %(size)s MB. Nothing was read; split it into several.",
            size=LARGEST_BYTES // 1_000_000,
        ),
        "lines": language.gettext(
            "The list has more than %(lines)s lines. Nothing was read; split it into several.",
            lines=language.count(MOST_LINES),
        ),
        "spreadsheet": language.gettext(
            "This is the file of a spreadsheet program. Save the sheet as CSV there and send that file."
        ),
        "binary": language.gettext(
            "This file is no text, or holds signs that text does not have. Save the sheet as CSV and send that file."
        ),
        "encoding": language.gettext(
            "The letters of this file cannot be read. Save it as “CSV UTF-8” and send it again."
        ),
        "columns": language.gettext(
            "The first line names no column of addresses. Call it “address” or “email”, and let every person have a "
            "line below it."
        ),
        "cell": language.gettext(
            "In line %(line)s a quotation mark opens that is never closed, so that the lines cannot be told apart. "
            "Nothing was read; close it or take it out.",
            line=line,
        ),
        "empty": language.gettext("There is nobody in this list. Write one address a line, or choose a file."),
    }
