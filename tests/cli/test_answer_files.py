"""What stands in files of answers, and what is said of those that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assessment.domain.answers import SpecialAnswer
from assessment.domain.framework import Level
from assessment.domain.refusals import BadAnswersFile, BadRow
from assessment.languages import get_language
from assessment.use_cases import answer_files
from assessment.use_cases.answer_files import read_answers_file
from assessment.use_cases.respondents import Respondent
from assessment.wording.answer_files import answers_file_sentence, bad_row_sentences
from tests.factories.frameworks import make_framework

FRAMEWORK = make_framework()
A, B, C = "ind.c1.knowledge.1", "ind.c1.knowledge.2", "ind.c3.skill.4"
ENGLISH = get_language("en")


def read(path: Path, content: str | bytes) -> list[Respondent | BadRow]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    answers = read_answers_file(path, FRAMEWORK, Level.INDIVIDUAL)
    people = list(answers.respondents)
    assert answers.rows == len(people)
    return people


def read_one(path: Path, content: str | bytes) -> Respondent:
    (person,) = read(path, content)
    assert isinstance(person, Respondent), said(path, content)
    return person


def said(path: Path, content: str | bytes) -> list[str]:
    """Every sentence about the file."""
    try:
        people = read(path, content)
    except BadAnswersFile as refusal:
        return [answers_file_sentence(ENGLISH, refusal)]
    bad = [person for person in people if isinstance(person, BadRow)]
    return [sentence for row in bad for sentence in bad_row_sentences(ENGLISH, path.name, row)]


ONE_PERSON: Mapping[str, tuple[str, str | bytes]] = {
    "plain YAML": ("a.yaml", f"{A}: 3\n{B}: not_applicable\n{C}: 4.0\n"),
    "plain JSON": ("a.json", f'{{"{A}": 3, "{B}": "not_applicable", "{C}": 4.0}}'),
    "YAML under answers": ("a.yml", f"answers:\n  {A}: 3\n  {B}: not_applicable\n  {C}: 4\n"),
    "JSON under answers": ("a.json", f'{{"answers": {{"{A}": 3, "{B}": "not_applicable", "{C}": 4}}}}'),
    "YAML with a mark at its start": ("a.yaml", f"\ufeff{A}: 3\n{B}: not_applicable\n{C}: 4\n"),
    "JSON with a mark at its start": ("A.JSON", f'\ufeff{{"{A}": 3, "{B}": "not_applicable", "{C}": 4}}'),
    "YAML with Windows lines": ("a.yaml", f"# answers\r\n{A}: 3\r\n{B}: not_applicable\r\n{C}: 4\r\n"),
    "CSV": ("a.csv", f"{A},{B},{C}\n3,not_applicable,4\n"),
    "CSV with semicolons": ("a.csv", f"{A};{B};{C}\n3;not_applicable;4,0\n"),
    "CSV with a mark at its start": ("a.csv", f"\ufeff{A};{B};{C}\r\n3;not_applicable;4\r\n"),
    "CSV with quotes and blanks": ("a.CSV", f'"{A}" , "{B}","{C}"\n 3 ,"not_applicable", 4.0 \n'.replace(" , ", ",")),
    "CSV with columns that were once in use": ("a.csv", f"{A},{B},{C},,\n3,not_applicable,4,,\n,,,,\n"),
    "CSV with empty lines": ("a.csv", f"\n\n{A},{B},{C}\n\n3,not_applicable,4\n\n"),
    "CSV without a last line break": ("a.csv", f"{A},{B},{C}\n3,not_applicable,4"),
    "CSV in another order": ("a.csv", f"{C},{A},{B}\n4,3,not_applicable\n"),
}


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.json", f'{{"name": "An\\u001b[31mna\\n{"z" * 200}", "answers": {{"{A}": 3}}}}'),
        ("a.csv", f'name,{A}\n"An\x1b[31mna\n{"z" * 200}",3\n'),
    ],
)
def test_a_name_is_one_line_of_letters_as_long_as_on_a_page(tmp_path: Path, file: str, content: str) -> None:
    assert read_one(tmp_path / file, content).name == f"An [31mna {'z' * 89}…"


@pytest.mark.parametrize(("file", "content"), ONE_PERSON.values(), ids=ONE_PERSON.keys())
def test_the_same_answers_are_read_from_every_form(tmp_path: Path, file: str, content: str | bytes) -> None:
    person = read_one(tmp_path / file, content)
    assert person.sheet.values == {A: 3, B: SpecialAnswer.NOT_APPLICABLE, C: 4}
    assert all(type(person.sheet.values[item]) is int for item in (A, C))


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.yaml", f"name: Анна\nanswers: {{{A}: 3}}\n"),
        ("a.yaml", f"name: Анна\n{A}: 3\n"),
        ("a.json", f'{{"name": " Анна ", "answers": {{"{A}": 3}}}}'),
        ("a.csv", f"name,{A}\nАнна,3\n"),
        ("a.csv", f"{A};name\n3; Анна\n"),
    ],
)
def test_a_person_may_have_a_name(tmp_path: Path, file: str, content: str) -> None:
    assert read_one(tmp_path / file, content).name == "Анна"


def test_an_item_left_empty_has_no_answer(tmp_path: Path) -> None:
    assert read_one(tmp_path / "a.yaml", f"{A}: 3\n{B}:\n").sheet.values == {A: 3}
    assert read_one(tmp_path / "a.json", f'{{"{A}": 3, "{B}": null}}').sheet.values == {A: 3}
    assert read_one(tmp_path / "a.csv", f"{A},{B}\n3,\n").sheet.values == {A: 3}


def test_rows_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    people = read(tmp_path / "a.csv", f'name,{A}\n\nFirst,1\n\n"Second\nperson",2\nThird,3\n')
    assert [(person.row, person.name) for person in people if isinstance(person, Respondent)] == [
        (3, "First"),
        (6, "Second person"),
        (7, "Third"),
    ]


WHOLE_FILES: Mapping[str, tuple[str, str | bytes, str]] = {
    "another kind": ("a.txt", "", "a.txt: answers come as .yaml, .json or .csv. Save the file as one of them."),
    "no ending": ("answers", "", "answers: answers come as .yaml, .json or .csv. Save the file as one of them."),
    "empty YAML": ("a.yaml", "", "a.yaml holds no answers."),
    "YAML of comments": ("a.yaml", "# nothing\n", "a.yaml holds no answers."),
    "YAML of nothing": ("a.yaml", "{}", "a.yaml holds no answers."),
    "YAML of nobody's": ("a.yaml", "name: Anna\nanswers:\n", "a.yaml holds no answers."),
    "empty JSON": ("a.json", " \n", "a.json holds no answers."),
    "JSON of nothing": ("a.json", '{"answers": {}}', "a.json holds no answers."),
    "JSON null": ("a.json", "null", "a.json holds no answers."),
    "empty CSV": ("a.csv", "", "a.csv holds no answers."),
    "CSV of blanks": ("a.csv", "\n , \n", "a.csv holds no answers."),
    "CSV of a head": ("a.csv", f"name,{A}\n", "a.csv holds no answers."),
    "CSV of names": ("a.csv", "name\nAnna\n", "a.csv holds no answers."),
    "YAML list": ("a.yaml", f"- {A}\n", "a.yaml: expected item ids with their values, as in"),
    "YAML text": ("a.yaml", "hello", "a.yaml: expected item ids with their values, as in"),
    "JSON number": ("a.json", "3", "a.json: expected item ids with their values, as in"),
    "answers as a list": ("a.json", '{"answers": [1, 2]}', "a.json: expected item ids with their values, as in"),
    "name as a list": ("a.yaml", f"name: [a]\n{A}: 3\n", "a.yaml: expected item ids with their values, as in"),
    "broken YAML": ("a.yaml", f"{A}: 3\n{B}: [1\n", "a.yaml, row 3: the file cannot be read from here on."),
    "tab in YAML": ("a.yaml", f"answers:\n\t{A}: 3\n", "a.yaml, row 2: the file cannot be read from here on."),
    "two YAML documents": ("a.yaml", f"{A}: 3\n---\n{A}: 4\n", "a.yaml, row 2: the file cannot be read"),
    "a control character in YAML": ("a.yaml", f"{A}: \x01\n", "a.yaml, row 1: the file cannot be read from here on."),
    "a YAML of the future": ("a.yaml", f"%YAML 9.9\n---\n{A}: 3\n", "a.yaml, row 1: the file cannot be read"),
    "broken JSON": ("a.json", f'{{"{A}": 3,\n "{B}" 4}}', "a.json, row 2: the file cannot be read from here on."),
    "deep JSON": ("a.json", "[" * 100_000, "a.json, row 1: the file cannot be read from here on."),
    "endless number in JSON": ("a.json", f'{{"{A}": {"9" * 5000}}}', "a.json, row 1: the file cannot be read"),
    "open quotes in CSV": ("a.csv", f'{A},{B}\n1,"2\n3,4\n', "a.csv, row 3: the file cannot be read from here on."),
    "item twice in YAML": ("a.yaml", f"{A}: 3\n{B}: 1\n{A}: 4\n", f"a.yaml, row 3: “{A}” stands there twice."),
    "item twice in JSON": ("a.json", f'{{"{A}": 3,\n "{A}": 4}}', f"a.json, row 1: “{A}” stands there twice."),
    "column twice": ("a.csv", f"{A},{B},{A}\n1,2,3\n", f"a.csv, row 1: “{A}” stands there twice. Keep one of them."),
    "name twice": ("a.csv", f"name,{A},name\nx,2,y\n", "a.csv, row 1: “name” stands there twice. Keep one of them."),
    "unknown column": (
        "a.csv",
        f"{A},ind.c1.knowlege.2\n1,2\n",
        "a.csv, row 1: there is no item “ind.c1.knowlege.2” at this level. Did you mean “ind.c1.knowledge.2”?",
    ),
    "column like nothing": ("a.csv", f"{A},zzz\n1,2\n", "a.csv, row 1: there is no item “zzz” at this level. Answers"),
    "column without a head": ("a.csv", f"{A},,{B}\n1,2,3\n", "a.csv, row 1: there is no item “” at this level."),
    "Name with a capital": ("a.csv", f"Name,{A}\nx,1\n", "Did you mean “name”?"),
    "unknown key beside answers": (
        "a.yaml",
        f"answers:\n  {A}: 3\nnane: Anna\n",
        "a.yaml, row 3: there is no item “nane” at this level. Did you mean “name”?",
    ),
    "not UTF-8": ("a.csv", f"name,{A}\nFirst,1\nАнна,2\n".encode("cp1251"), "a.csv, row 3: the text is not UTF-8."),
    "UTF-16": ("a.csv", f"name,{A}\nАнна,2\n".encode("utf-16"), "a.csv, row 1: the text is not UTF-8."),
    "tabs in CSV": ("a.csv", f"{A}\t{B}\n1\t2\n", "a.csv, row 1: there is no item"),
}


@pytest.mark.parametrize(("file", "content", "words"), WHOLE_FILES.values(), ids=WHOLE_FILES.keys())
def test_a_file_that_cannot_be_read_is_told_by_what_is_wrong_with_it(
    tmp_path: Path, file: str, content: str | bytes, words: str
) -> None:
    (sentence,) = said(tmp_path / file, content)
    assert words in sentence


def test_a_file_beyond_all_measure_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_files, "LARGEST", 2 * 1024 * 1024)
    content = f"{A},{B}\n" + "1,2\n" * 600_000
    assert said(tmp_path / "a.csv", content) == ["a.csv is larger than 2 MB. Split it into several files."]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadAnswersFile) as caught:
        read_answers_file(tmp_path / "a.csv", FRAMEWORK, Level.INDIVIDUAL)
    assert answers_file_sentence(ENGLISH, caught.value) == "a.csv cannot be opened: No such file or directory."


SCALE = "is not on the scale. Use a whole number from 0 to 5, not_applicable or dont_know."
WRONG_ANSWERS: Mapping[str, tuple[str, Any, list[str]]] = {
    "off the scale": ("a.yaml", f"{A}: 3\n{B}: 6\n", [f"a.yaml, row 2, {B}: 6 {SCALE}"]),
    "half a point": ("a.json", f'{{\n"{A}": 2.5}}', [f"a.json, row 2, {A}: 2.5 {SCALE}"]),
    "a boolean": ("a.yaml", f"{A}: true\n", [f"a.yaml, row 1, {A}: true {SCALE}"]),
    "a number as text": ("a.json", f'{{"{A}": "3"}}', [f"a.json, row 1, {A}: '3' {SCALE}"]),
    "a list": ("a.yaml", f"{A}: [3]\n", [f"a.yaml, row 1, {A}: […] {SCALE}"]),
    "an object": ("a.json", f'{{"{A}": {{"value": 3}}}}', [f"a.json, row 1, {A}: {{…}} {SCALE}"]),
    "a date": ("a.yaml", f"{A}: 2026-01-31\n", [f"a.yaml, row 1, {A}: 2026-01-31 {SCALE}"]),
    "not a number": ("a.json", f'{{"{A}": NaN}}', [f"a.json, row 1, {A}: nan {SCALE}"]),
    "beyond all numbers": ("a.json", f'{{"{A}": 1e999}}', [f"a.json, row 1, {A}: inf {SCALE}"]),
    "a long text": ("a.json", f'{{"{A}": "{"x" * 5000}"}}', [f"a.json, row 1, {A}: '{'x' * 59}… {SCALE}"]),
    "several": (
        "a.yaml",
        f"name: Anna\nanswers:\n  {A}: 9\n  {B}: 3\n  ind.c1.knowlege.3: 1\n  {C}: x\n",
        [
            f"a.yaml, row 3, {A}: 9 {SCALE}",
            "a.yaml, row 5: there is no item “ind.c1.knowlege.3” at this level. Did you mean “ind.c1.knowledge.3”?",
            f"a.yaml, row 6, {C}: 'x' {SCALE}",
        ],
    ),
    "an item of nowhere": (
        "a.json",
        f'{{"{A}": 1,\n\n "zzz": 1}}',
        [
            (
                "a.json, row 3: there is no item “zzz” at this level. Answers stand under item ids; a person may have "
                "a “name”."
            )
        ],
    ),
    "a laugh that grows": (
        "a.yaml",
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
            for old, new in zip("abcdefghij", "bcdefghijk", strict=True)
        )
        + f"{A}: *k\n",
        [
            *(
                f"a.yaml, row {row}: there is no item “{key}” at this level. Answers stand under item ids; a person "
                "may have a “name”."
                for row, key in enumerate("abcdefghijk", start=1)
            ),
            f"a.yaml, row 12, {A}: […] {SCALE}",
        ],
    ),
    "cells": (
        "a.csv",
        f"{A},{B}\n7,x\n1e0,1_0\n٣,-1\n",
        [
            f"a.csv, row 2, {A}: 7 {SCALE}",
            f"a.csv, row 2, {B}: 'x' {SCALE}",
            f"a.csv, row 3, {A}: '1e0' {SCALE}",
            f"a.csv, row 3, {B}: '1_0' {SCALE}",
            f"a.csv, row 4, {A}: '٣' {SCALE}",
            f"a.csv, row 4, {B}: -1 {SCALE}",
        ],
    ),
    "too few and too many cells": (
        "a.csv",
        f"{A},{B}\n1\n1,2,3\n1,2,,\n",
        [
            "a.csv, row 2: 1 cells under 2 heads. Check its separators.",
            "a.csv, row 3: 3 cells under 2 heads. Check its separators.",
        ],
    ),
}


@pytest.mark.parametrize(("file", "content", "sentences"), WRONG_ANSWERS.values(), ids=WRONG_ANSWERS.keys())
def test_every_wrong_answer_is_told_with_its_row_and_item(
    tmp_path: Path, file: str, content: str, sentences: list[str]
) -> None:
    assert said(tmp_path / file, content) == sentences
