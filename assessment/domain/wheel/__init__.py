"""The wheel as geometry: computed once from a person's profile or a group's result, painted on pages and in files."""

from assessment.domain.wheel.build import build_wheel
from assessment.domain.wheel.group import build_group_wheel
from assessment.domain.wheel.measures import WheelForm
from assessment.domain.wheel.parts import Wheel
from assessment.domain.wheel.words import WheelWords

__all__ = ["Wheel", "WheelForm", "WheelWords", "build_group_wheel", "build_wheel"]
