"""The wheel: on a page, and as a file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from assessment.app import create_app
from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.scoring import score_sheet
from assessment.languages import Language, get_language
from assessment.settings import Settings
from assessment.web.wheel_page import WheelPage, make_wheel_page
from tests.bench.measure import first_milliseconds, milliseconds
from tests.bench.people import sheets
from tests.factories.frameworks import core_framework

_COMPONENT = '{% from "components/wheel/wheel.html" import wheel %}{{ wheel(page) }}'


def measure() -> list[tuple[str, str]]:
    """Each way of drawing one person's wheel, in Russian."""
    framework = core_framework()
    profile = score_sheet(framework, sheets(framework, 1)[0])
    language = get_language("ru")
    return [*_on_a_page(framework, profile, language), *_as_a_file(framework, profile, language)]


def _on_a_page(framework: Framework, profile: Profile, language: Language) -> list[tuple[str, str]]:
    """A page holds two drawings, of which the screen's width chooses one."""

    def compute() -> WheelPage:
        return make_wheel_page(language, framework, profile, link="/assessments/x/result/{}".format)

    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(instance=Path(folder), database_url=f"sqlite:///{folder}/none.sqlite3"))
        with app.test_request_context("/"):
            page = compute()
            component = app.jinja_env.from_string(_COMPONENT)
            return [
                ("wheel on a page: geometry of both drawings", milliseconds(compute, 200, warm_up=10)),
                (
                    "wheel on a page: both drawings as SVG",
                    milliseconds(lambda: component.render(page=page), 200, warm_up=10),
                ),
            ]


def _as_a_file(framework: Framework, profile: Profile, language: Language) -> list[tuple[str, str]]:
    def draw(kind: str) -> bytes:
        from assessment.drawing.wheel_files import wheel_png, wheel_svg

        return (wheel_svg if kind == "SVG" else wheel_png)(framework, profile, language)

    return [
        ("wheel as an SVG file, first (with what it loads)", first_milliseconds(lambda: draw("SVG"))),
        ("wheel as an SVG file, repeated", milliseconds(lambda: draw("SVG"), 20)),
        ("wheel as a PNG file, first", first_milliseconds(lambda: draw("PNG"))),
        ("wheel as a PNG file, repeated", milliseconds(lambda: draw("PNG"), 20)),
    ]
