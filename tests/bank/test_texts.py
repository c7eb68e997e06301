"""Every text is there in every language of the framework."""

from __future__ import annotations

from pathlib import Path

from tests.factories.banks import Break, assert_found_alone, named

FRAMEWORK = "framework.yaml"
COMPETENCIES = "competencies.yaml"
SCALES = "scales.yaml"
ITEMS = "items/individual.yaml"
GLOSSARY = "glossary.yaml"

BREAKS = (
    Break(
        "a text without a language",
        ITEMS,
        "      ru: У меня есть знания (сад), часть 2.\n",
        "",
        "text:",
        "items[ind.garden.knowledge.2].text",
        "has no text in `ru`; add `ru: ...` under it",
        occurrence=2,
    ),
    Break(
        "a text in a language that is not the framework's",
        FRAMEWORK,
        "  ru: Две грани\n",
        "  ru: Две грани\n  de: Zwei Facetten\n",
        "de:",
        "title.de",
        "is not a language of the framework; remove it or add the language to `locales` (now en, ru)",
    ),
    Break(
        "an empty text",
        COMPETENCIES,
        "      en: Without kitchen nothing lasts",
        '      en: " "',
        'en: " "',
        "competencies[kitchen].without.en",
        "is empty; write the text",
    ),
    Break(
        "an empty anchor",
        SCALES,
        "          ru: Половина",
        '          ru: ""',
        'ru: ""',
        "scales[ind_knowledge].points[2].anchor.ru",
        "is empty; write the text",
    ),
    Break(
        "an anchor without a value",
        SCALES,
        "      - value: 1\n",
        "      - value: 1\n        anchor:\n",
        "anchor:",
        "scales[ind_knowledge].points[1].anchor",
        "has no value",
        occurrence=2,
    ),
    Break(
        "a text that is too long",
        GLOSSARY,
        "en: What grows",
        "en: " + "x" * 2001,
        "xxx",
        "terms[seed].definition.en",
        "has 2001 characters; shorten it to 2000",
    ),
    Break(
        "a text that is a number",
        GLOSSARY,
        "en: What grows",
        "en: 5",
        "en: 5",
        "terms[seed].definition.en",
        "is `5`; write text, in quotes",
    ),
)


@named(BREAKS)
def test_a_text_that_is_not_there_in_every_language_is_found(fault: Break, tmp_path: Path) -> None:
    assert_found_alone(fault, tmp_path)
