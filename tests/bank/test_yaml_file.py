"""YAML files are read safely, and what is wrong with them is said with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assessment.bank.yaml_file import MAXIMUM_BYTES, read_document


def findings_of(content: str | bytes, folder: Path) -> list[str]:
    path = folder / "file.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(finding) for finding in read_document(path, "file.yaml")[1]]


def values_of(content: str, folder: Path) -> object:
    path = folder / "file.yaml"
    path.write_text(content, encoding="utf-8")
    document, findings = read_document(path, "file.yaml")
    assert findings == ()
    return document.value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("word", "word"),
        ("2", 2),
        ("-2", -2),
        ("012", 12),
        ("6.5", 6.5),
        ("1e5", "1e5"),
        ("0x10", "0x10"),
        (".nan", ".nan"),
        ("9" * 16, "9" * 16),
        ("true", True),
        ("yes", "yes"),
        ("no", "no"),
        ("", None),
        ("null", None),
        ("2026-01-31", date(2026, 1, 31)),
        ("2026-02-30", "2026-02-30"),
        ('"2026.1"', "2026.1"),
        ("'true'", "true"),
        ("[a, 1]", ["a", 1]),
        ("{b: 1}", {"b": 1}),
        (">-\n  one\n  two", "one two"),
        ("|\n  one\n  two", "one\ntwo\n"),
    ],
)
def test_plain_values_are_read_as_people_mean_them(written: str, value: object, tmp_path: Path) -> None:
    assert values_of(f"key: {written}\n", tmp_path) == {"key": value}


def test_every_key_and_entry_knows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(
        "# note\n\nitems:\n  - id: first\n    text:\n      en: |\n        a\n\n  - id: second\n", encoding="utf-8"
    )
    document, _ = read_document(path, "file.yaml")
    assert document.line(("items",)) == 3
    assert document.line(("items", 0)) == 4
    assert document.line(("items", 0, "text", "en")) == 6
    assert document.line(("items", 1, "id")) == 9


def test_a_place_that_is_not_there_has_the_line_around_it(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("a: 1\nb:\n  c: 2\n", encoding="utf-8")
    document, _ = read_document(path, "file.yaml")
    assert document.line(("b", "d", "e")) == 2
    assert document.line(("z",)) == 1
    assert document.key(("b", "d")) == "b.d"


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (
            "a: 1\nb: one: two\n",
            "file.yaml:2: file: has `: ` within a text or is indented wrongly; put the text in quotes",
        ),
        ("a:\n\tb: 1\n", "file.yaml:2: file: begins with a tab; indent with spaces"),
        ("a: 1\nword\nb: 2\n", "file.yaml:2: file: is neither a key with `:` nor part of a text"),
        ('a: 1\nb: "never\nc: 2\n', "file.yaml:2: file: begins a text in quotes that never ends; close the quotes"),
        ("a:\n    b: 1\n  c: 2\n", "file.yaml:3: file: is indented differently from its neighbours"),
        ('a: "x" y\n', "file.yaml:1: file: is indented differently from its neighbours, or follows quotes"),
        (
            "a: 1\nb: @x\n",
            "file.yaml:2: file: begins with a character that YAML keeps for itself; put the text in quotes",
        ),
        ("a: 1\nb: [1, 2\nc: 3\n", "file.yaml:2: file: has a list in brackets that is not closed"),
        ("- a\n- b\n", "file.yaml:1: file: has no keys at the top; begin with `key: value` lines"),
        ("", "file.yaml:1: file: has no keys at the top"),
        ("a: 1\n---\nb: 2\n", "file.yaml:3: file: has a second YAML document; remove the line `---` before it"),
        ("a: 1\n? [b]\n: 2\n", "file.yaml:2: file: a key is a list, a mapping or a reference; write it as one word"),
        ("a: 1\nb: &x 2\n", "file.yaml:2: b: refers to another place by & or *; write the value out"),
        ("a: 1\nb: *x\n", "file.yaml:2: b: refers to another place by & or *; write the value out"),
        ("a: 1\nb: !!python/object:os.system 2\n", "file.yaml:2: b: has a tag that begins with `!`; remove the tag"),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "file.yaml:4: b.c: appears twice, first on line 3; keep one of them"),
        ("a: 1\na: {b: [2, {c: 3}]}\nd: 4\n", "file.yaml:2: a: appears twice, first on line 1; keep one of them"),
        ('a: 1\nb: "\\u0007"\n', "file.yaml:2: b: has an invisible control character; write the text anew"),
        ('a: 1\nb: "\\ud800"\n', "file.yaml:2: b: has an invisible control character; write the text anew"),
        ("a: 1\nb: \x07\n", "file.yaml:2: file: has an invisible control character; write this line anew"),
        ('a: "\\U00110000"\n', "file.yaml:1: file: has an escape such as \\U00110000 that is no character"),
        ("%YAML 1.3\n---\na: 1\n", "file.yaml:1: file: has a line `%YAML` with a version that does not exist"),
        ("a: 1\nb: " + "[" * 100, "file.yaml:2: file: nested too deeply; bring the indentation back in line"),
    ],
)
def test_what_is_no_sound_yaml_is_found_with_its_line(content: str, finding: str, tmp_path: Path) -> None:
    (found,) = findings_of(content, tmp_path)
    assert found.startswith(finding)


def test_a_file_in_another_encoding_is_found(tmp_path: Path) -> None:
    assert findings_of("a: 1\nb: Знания\n".encode("cp1251"), tmp_path) == [
        "file.yaml:2: file: not UTF-8 text; save the file in the encoding UTF-8"
    ]


def test_the_mark_that_windows_editors_put_first_is_ignored(tmp_path: Path) -> None:
    assert findings_of("\ufeffa: Знания\n", tmp_path) == []


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    assert findings_of("a: " + "x" * MAXIMUM_BYTES, tmp_path) == [
        "file.yaml:1: file: larger than 1,000,000 bytes; split the framework or shorten its texts"
    ]


def test_a_file_that_cannot_be_opened_is_found(tmp_path: Path) -> None:
    _, (finding,) = read_document(tmp_path, "folder.yaml")
    assert finding.message == "cannot be read (Is a directory); check its permissions"


def test_a_finding_is_one_visible_line_whatever_the_key(tmp_path: Path) -> None:
    (finding,) = findings_of('"a\\nb": 1\n"a\\nb": 2\n', tmp_path)
    assert finding == "file.yaml:2: a\\nb: appears twice, first on line 1; keep one of them"
