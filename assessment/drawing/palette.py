"""Colours of files: the light theme's tokens, for drawings and documents on white paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hue:
    """A spoke's colour: its fill, and text that stands on the fill."""

    fill: str
    on_fill: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``. ``hues`` are those of the spokes, clockwise."""

    paper: str
    track: str
    ink: str
    ink_2: str
    ink_3: str
    signal: str
    signal_tint: str
    on_signal: str
    hues: tuple[Hue, ...]


_WHITE, _INK = "#ffffff", "#17202a"

LIGHT = Palette(
    paper=_WHITE,
    track="#e9edf1",
    ink=_INK,
    ink_2="#4a5663",
    ink_3="#616d7a",
    signal="#b8281a",
    signal_tint="#fbeae7",
    on_signal=_WHITE,
    hues=(
        Hue("#3a2a78", _WHITE),
        Hue("#2a93a8", _INK),
        Hue("#2c5c34", _WHITE),
        Hue("#c08a1e", _INK),
        Hue("#a03d6e", _WHITE),
        Hue("#a38c62", _INK),
        Hue("#466692", _WHITE),
        Hue("#849b48", _INK),
        Hue("#8d5358", _WHITE),
        Hue("#a181ce", _INK),
        Hue("#79610b", _WHITE),
        Hue("#66947d", _INK),
    ),
)


def fill_of(position: int) -> str:
    """Fill of the spoke at that position, from 0; raises IndexError from 12 on."""
    return LIGHT.hues[position].fill
