"""Colours of files are those of pages, and can be told apart."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from assessment.drawing.palette import LIGHT, fill_of

TOKENS = (Path(__file__).parents[2] / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
SEEN = {
    "by most": np.eye(3),
    "without red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "without green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "without blue": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""How light reaches readers, after Machado, Oliveira and Fernandes 2009."""


def themes() -> dict[str, dict[str, str]]:
    """Tokens of the light theme and of both dark blocks."""
    light, *dark = re.split(r'\[data-bs-theme="dark"\] \{|:root:not\(\[data-bs-theme="light"\]\) \{', TOKENS)
    read = [dict(re.findall(r"(--cx-[\w-]+): (#[0-9a-f]{6})", block)) for block in (light, *dark)]
    return dict(zip(("light", "dark", "dark by device"), read, strict=False))


def linear(color: str) -> np.ndarray:
    value = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """CIELAB of linear light."""
    share = TO_XYZ @ light / np.array([0.95047, 1, 1.08883])
    x, y, z = np.where(share > 0.008856, np.cbrt(share), 7.787 * share + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, two: str) -> float:
    darker, lighter = sorted(float((TO_XYZ @ linear(color))[1]) for color in (one, two))
    return (lighter + 0.05) / (darker + 0.05)


def neighbours() -> set[tuple[int, int]]:
    """Spokes that touch on some wheel of four to twelve."""
    return {(min(a, b), max(a, b)) for n in range(4, 13) for a in range(n) for b in [(a + 1) % n]}


def test_the_palette_of_files_is_the_light_theme() -> None:
    light = themes()["light"]
    plain = {"paper": LIGHT.paper, "track": LIGHT.track, "ink": LIGHT.ink, "ink-2": LIGHT.ink_2, "ink-3": LIGHT.ink_3}
    plain |= {"signal": LIGHT.signal, "signal-tint": LIGHT.signal_tint, "on-signal": LIGHT.on_signal}
    assert plain == {name: light[f"--cx-{name}"] for name in plain}
    assert [hue.fill for hue in LIGHT.hues] == [light[f"--cx-spoke-{place}"] for place in range(12)]
    assert [hue.on_fill for hue in LIGHT.hues] == [light[f"--cx-on-spoke-{place}"] for place in range(12)]
    assert fill_of(4) == light["--cx-spoke-4"]


def test_both_dark_blocks_of_the_tokens_are_equal() -> None:
    assert themes()["dark"] == themes()["dark by device"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_fills_stand_out_from_paper_and_carry_text(theme: str) -> None:
    tokens = themes()[theme]
    for place in range(12):
        fill = tokens[f"--cx-spoke-{place}"]
        assert contrast(fill, tokens["--cx-paper"]) >= 2.99
        assert contrast(fill, tokens[f"--cx-on-spoke-{place}"]) >= 4.5
        assert contrast(tokens[f"--cx-spoke-{place}-text"], tokens["--cx-paper"]) >= 6


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_neighbours_differ_in_lightness_for_printers_without_colour(theme: str) -> None:
    tokens = themes()[theme]
    least = {"light": 15, "dark": 13}[theme]
    for one, two in neighbours():
        first, second = (lab(linear(tokens[f"--cx-spoke-{place}"]))[0] for place in (one, two))
        assert abs(first - second) >= least, (one, two)


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colour_blind_readers_tell_neighbours_apart(theme: str, seen: str) -> None:
    tokens = themes()[theme]
    looks = [lab(np.clip(SEEN[seen] @ linear(tokens[f"--cx-spoke-{place}"]), 0, 1)) for place in range(12)]
    assert min(float(np.linalg.norm(looks[a] - looks[b])) for a, b in neighbours()) >= 16
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(looks, 2)) >= 10
