"""Letters of figures: faces, lengths, and the widths that the geometry assumes."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.ft2font import FT2Font, LoadFlags

from assessment.domain.wheel.text_widths import text_width
from assessment.drawing.figure_type import face_file, outline, text_length

LETTERS = [chr(code) for code in (*range(33, 127), *range(0x410, 0x450))] + list("Ёё«»–—…№·éöüß ")
DEJAVU = Path(mpl.get_data_path()) / "fonts" / "ttf"


@pytest.mark.parametrize(("bold", "file"), [(False, "DejaVuSans.ttf"), (True, "DejaVuSans-Bold.ttf")])
def test_the_table_of_widths_is_that_of_the_widest_face(bold: bool, file: str) -> None:
    font = FT2Font(str(DEJAVU / file))
    font.set_size(1000, 72)
    for letter in LETTERS:
        advance = font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536
        assert text_width(letter, 1000, bold=bold) == pytest.approx(advance, abs=1), letter


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["Дизайн и изменения", "Putting change into practice", "100"])
def test_texts_of_files_are_never_wider_than_the_geometry_allows(text: str, bold: bool) -> None:
    assert 0 < text_length(text, 17, bold=bold) <= text_width(text, 17, bold=bold)


def test_a_text_with_a_letter_that_the_face_lacks_is_set_in_dejavu_sans() -> None:
    assert "Source" in Path(face_file("Культура", bold=True)).name
    assert Path(face_file("Культура ♞", bold=True)).name == "DejaVuSans-Bold.ttf"
    assert Path(face_file("♞", bold=False)).name == "DejaVuSans.ttf"


def test_outlines_of_letters_stand_side_by_side() -> None:
    face = face_file("нн", bold=False)
    one, two = outline("н", face), outline("нн", face)
    moved = np.asarray(two.vertices)[len(one.vertices) :] - (text_length("н", 1000), 0)
    assert moved == pytest.approx(np.asarray(one.vertices))


def test_an_empty_text_has_an_empty_outline() -> None:
    assert len(outline("", face_file("a", bold=False)).vertices) == 0
