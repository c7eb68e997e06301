"""What is wrong with a file of answers, where, and what to do about it."""

from __future__ import annotations

from assessment.domain.refusals import BadAnswersFile, BadRow, ValueOffScale
from assessment.languages import Language


def answers_file_sentence(language: Language, refusal: BadAnswersFile) -> str:
    """Why the file as a whole cannot be read."""
    place = {"file": refusal.file, "row": refusal.row or 1, "found": refusal.found}
    match refusal.reason:
        case "kind":
            sentence = language.gettext(
                "%(file)s: answers come as .yaml, .json or .csv. Save the file as one of them.", **place
            )
        case "size":
            sentence = language.gettext("%(file)s is larger than %(found)s MB. Split it into several files.", **place)
        case "encoding":
            sentence = language.gettext(
                "%(file)s, row %(row)s: the text is not UTF-8. Save the file as UTF-8.", **place
            )
        case "unreadable":
            sentence = language.gettext("%(file)s cannot be opened: %(found)s.", **place)
        case "twice":
            sentence = language.gettext("%(file)s: “%(found)s” stands there twice. Keep one of them.", **place)
        case "shape":
            sentence = language.gettext(
                "%(file)s: expected item ids with their values, as in “ind.culture.skill.budget: 3”.", **place
            )
        case "empty":
            sentence = language.gettext("%(file)s holds no answers.", **place)
        case "column":
            sentence = _column_sentence(language, refusal)
        case _:
            sentence = language.gettext(
                "%(file)s, row %(row)s: the file cannot be read from here on. Check brackets, quotes and indents.",
                **place,
            )
    return sentence


def bad_row_sentence(language: Language, file: str, bad: BadRow) -> str:
    """Which row and column of the file was left out, and why."""
    if bad.refusal is None:
        return language.gettext(
            "%(file)s, row %(row)s: %(cells)s cells under %(columns)s heads. "
            "The row was left out; check its separators.",
            file=file,
            row=bad.row,
            cells=bad.cells,
            columns=bad.columns,
        )
    if isinstance(bad.refusal, ValueOffScale):
        return language.gettext(
            "%(file)s, row %(row)s, %(column)s: %(found)s is not on the scale. Use a whole number from %(lowest)s to "
            "%(highest)s, not_applicable or dont_know. The row was left out.",
            file=file,
            row=bad.row,
            column=bad.column,
            found=_shown(bad.refusal.raw),
            lowest=bad.refusal.values[0],
            highest=bad.refusal.values[-1],
        )
    return language.gettext(
        "%(file)s, row %(row)s: there is no item %(column)s at this level. The row was left out.",
        file=file,
        row=bad.row,
        column=bad.column,
    )


def _column_sentence(language: Language, refusal: BadAnswersFile) -> str:
    place = {"file": refusal.file, "found": refusal.found, "near": refusal.near}
    if refusal.near:
        return language.gettext(
            "%(file)s: there is no item “%(found)s” at this level. Did you mean “%(near)s”?", **place
        )
    return language.gettext(
        "%(file)s: there is no item “%(found)s” at this level. Heads are item ids and, if you like, “name”.", **place
    )


def _shown(raw: object) -> str:
    """A value as it stood in the file: 7.0 from a CSV was written 7."""
    return f"{raw:g}" if isinstance(raw, float) else repr(raw)
