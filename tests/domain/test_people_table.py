"""Tables of people, in the shapes in which spreadsheets save them."""

from __future__ import annotations

import pytest

from assessment.domain.listed_people import MOST_LINES, PeopleList, Trouble
from assessment.domain.people import TeamRole
from assessment.domain.people_table import read_people_table
from assessment.domain.team_refusals import BadListFile
from assessment.use_cases.mail_addresses import find_address


def read(text: str) -> PeopleList:
    return read_people_table(text, find_address)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_columns_stand_in_any_order_between_any_sign(delimiter: str, end: str) -> None:
    rows = ["роль|язык|phone|Имя|EMAIL", "lead|Русский|1|Анна|Anna@Example.org", "|en||Boris|boris@пример.рф"]
    found = read(end.join(rows).replace("|", delimiter))
    assert [(p.line, p.email, p.name, p.locale, p.role) for p in found.people] == [
        (2, "anna@example.org", "Анна", "ru", TeamRole.LEAD),
        (3, "boris@пример.рф", "Boris", "en", TeamRole.MEMBER),
    ]
    assert found.ignored == ("phone",)
    assert not found.bad


def test_bad_lines_are_named_by_the_line_they_begin_in() -> None:
    found = read(
        'address,name,language,role\n\n"a@example.org","Anna\nof two lines"\nb@example.org,B,klingon\n'
        "c@example.org,C,,boss\n,D\nA@example.org\nnothing,E\nf@example.org,F,ru,member,surplus\n"
    )
    assert [(p.line, p.email, p.name) for p in found.people] == [(3, "a@example.org", "Anna of two lines")]
    assert [(bad.line, bad.trouble) for bad in found.bad] == [
        (5, Trouble.UNKNOWN_LANGUAGE),
        (6, Trouble.UNKNOWN_ROLE),
        (7, Trouble.NO_ADDRESS),
        (8, Trouble.REPEATED),
        (9, Trouble.NOT_AN_ADDRESS),
        (10, Trouble.TOO_MANY_CELLS),
    ]
    assert found.bad[3].first == 3


def test_names_like_formulas_are_kept_as_text() -> None:
    found = read('email;name\na@example.org;"=HYPERLINK(""http://x"";""y"")"\nb@example.org;+1\n')
    assert [person.name for person in found.people] == ['=HYPERLINK("http://x";"y")', "+1"]


def test_a_column_of_addresses_without_a_head_is_a_pasted_list() -> None:
    found = read("a@example.org\nb@example.org\n")
    assert [person.email for person in found.people] == ["a@example.org", "b@example.org"]


def test_names_in_two_columns_become_one() -> None:
    for head in ("Last name,First name,E-mail Address", "Фамилия,Имя,Адрес электронной почты"):
        found = read(f"{head}\nOrlova,Anna,a@example.org\n,Boris,b@example.org\nKim,,c@example.org\n")
        assert [person.name for person in found.people] == ["Anna Orlova", "Boris", "Kim"]
        assert not found.ignored


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_first_line_that_names_the_separator_is_no_row(sign: str) -> None:
    found = read(f"sep={sign}\r\nemail{sign}name\r\na@example.org{sign}A\r\n")
    assert [(person.line, person.email, person.name) for person in found.people] == [(3, "a@example.org", "A")]
    assert not found.bad


@pytest.mark.parametrize(("cell", "locale"), [("en-US", "en"), ("ru_RU", "ru"), ("RU", "ru"), ("", "")])
def test_a_language_may_name_its_country(cell: str, locale: str) -> None:
    (person,) = read(f"email,language\na@example.org,{cell}\n").people
    assert person.locale == locale


def test_a_quotation_mark_that_is_never_closed_is_found_by_its_line() -> None:
    with pytest.raises(BadListFile) as refused:
        read('email,name\na@example.org,A\nb@example.org,"B\nc@example.org,C\n')
    assert (refused.value.reason, refused.value.line) == ("cell", 3)
    assert read('email,name\na@example.org,Anna "A" O\nb@example.org,"B ""C""\nD"\n').people[1].name == 'B "C" D'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name;role\nAnna;lead\n", "columns"),
        ("", "empty"),
        ("email\n\n", "empty"),
        ("email\n" + "a@example.org\n" * (MOST_LINES + 1), "lines"),
        ('email,name\na@example.org,"' + "x" * 200_000, "cell"),
    ],
)
def test_what_cannot_be_read_as_a_whole_says_why(text: str, reason: str) -> None:
    with pytest.raises(BadListFile) as refused:
        read(text)
    assert refused.value.reason == reason


def test_the_head_is_not_counted_among_the_lines() -> None:
    text = "email\n" + "".join(f"member{n}@example.org\n" for n in range(MOST_LINES))
    assert len(read(text).people) == MOST_LINES


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Anna.B@Example.ORG", "anna.b@example.org"),
        ("a+wheel@xn--e1afmkfd.xn--p1ai", "a+wheel@пример.рф"),
        ("A@ПРИМЕР.рф", "a@пример.рф"),
        ("a@localhost", None),
        ("a b@example.org", None),
        ("a@example.org\0", None),
        ("a" * 300 + "@example.org", None),
    ],
)
def test_an_address_has_one_spelling(given: str, kept: str | None) -> None:
    assert find_address(given) == kept
