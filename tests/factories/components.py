"""Components of pages, rendered by themselves."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import InternationalizationExtension

from assessment.languages import get_language

TEMPLATES = Path(__file__).parents[2] / "templates"


def render_component(name: str, value: object, *, locale: str = "en") -> str:
    """The markup of a component for one value."""
    call = f'{{% from "components/{name}/{name}.html" import {name} %}}{{{{ {name}(value) }}}}'
    return _environment(locale).from_string(call).render(value=value)


@cache
def _environment(locale: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=[InternationalizationExtension],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = get_language(locale).translations
    cast("Any", environment).install_gettext_callables(words.ugettext, words.ungettext, newstyle=True)
    return environment
