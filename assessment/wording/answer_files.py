"""What is wrong with a file of answers, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assessment.domain.refusals import BadAnswersFile, BadRow, UnknownItem, WrongCell
from assessment.languages import Language

_LONGEST = 60
"""Characters that are shown of what stood in a file."""


def answers_file_sentence(language: Language, refusal: BadAnswersFile) -> str:
    """Why the file as a whole cannot be read."""
    place = {"file": refusal.file, "row": refusal.row or 1, "found": refusal.found[:_LONGEST]}
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
            sentence = language.gettext(
                "%(file)s, row %(row)s: “%(found)s” stands there twice. Keep one of them.", **place
            )
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


def bad_row_sentences(language: Language, file: str, bad: BadRow) -> Iterator[str]:
    """What is wrong with the row of the file, one sentence for each wrong cell."""
    if not bad.wrong:
        yield language.gettext(
            "%(file)s, row %(row)s: %(cells)s cells under %(columns)s heads. Check its separators.",
            file=file,
            row=bad.row,
            cells=bad.cells,
            columns=bad.columns,
        )
    for cell in bad.wrong:
        yield _wrong_cell(language, file, cell)


def left_out_sentence(language: Language, bad: int) -> str:
    """How many rows of the file gave no result, at least one."""
    return language.ngettext("%(n)s row was left out.", "%(n)s rows were left out.", bad)


def _wrong_cell(language: Language, file: str, cell: WrongCell) -> str:
    if isinstance(cell.refusal, UnknownItem):
        unknown = BadAnswersFile(file, "column", row=cell.row, found=cell.refusal.item_id, near=cell.near)
        return _column_sentence(language, unknown)
    return language.gettext(
        "%(file)s, row %(row)s, %(column)s: %(found)s is not on the scale. Use a whole number from %(lowest)s to "
        "%(highest)s, not_applicable or dont_know.",
        file=file,
        row=cell.row,
        column=cell.refusal.item_id,
        found=_shown(cell.refusal.raw),
        lowest=cell.refusal.values[0],
        highest=cell.refusal.values[-1],
    )


def _column_sentence(language: Language, refusal: BadAnswersFile) -> str:
    place = {"file": refusal.file, "row": refusal.row or 1, "found": refusal.found[:_LONGEST], "near": refusal.near}
    if refusal.near:
        return language.gettext(
            "%(file)s, row %(row)s: there is no item “%(found)s” at this level. Did you mean “%(near)s”?", **place
        )
    return language.gettext(
        "%(file)s, row %(row)s: there is no item “%(found)s” at this level. Answers stand under item ids; a person may "
        "have a “name”.",
        **place,
    )


def _shown(raw: object) -> str:
    """A value as it stood in the file, if it is short: 7.0 from a CSV was written 7."""
    if isinstance(raw, bool | float):
        return str(raw).lower() if isinstance(raw, bool) else f"{raw:g}"
    if isinstance(raw, Mapping | list | tuple):
        return "{…}" if isinstance(raw, Mapping) else "[…]"
    text = repr(raw) if isinstance(raw, str) else str(raw)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
