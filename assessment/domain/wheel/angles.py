"""Angles and radii of a wheel. Angles are degrees clockwise from 3 o'clock; spokes begin at 12 o'clock."""

from __future__ import annotations

from math import cos, degrees, radians, sin

from assessment.domain.wheel.measures import Measures

TOP = -90.0


def seam_angle(position: int, spokes: int) -> float:
    """Where spoke ``position`` begins: seams, not spokes, point straight up."""
    return TOP + position * 360 / spokes


def middle_angle(position: int, spokes: int) -> float:
    return seam_angle(position, spokes) + 180 / spokes


def score_radius(measures: Measures, score: float) -> float:
    """Radius of a score of 0-100: the hub's edge at 0, the rim at 100."""
    return measures.hub + (measures.rim - measures.hub) * score / 100


def point(measures: Measures, radius: float, angle: float) -> tuple[float, float]:
    """x and y of a point around the wheel's centre."""
    turn = radians(angle)
    return measures.cx + radius * cos(turn), measures.cy + radius * sin(turn)


def angle_of(length: float, radius: float) -> float:
    """How many degrees of the circle of that radius an arc of that length covers."""
    return degrees(length / radius)
