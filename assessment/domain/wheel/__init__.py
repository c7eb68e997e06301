"""The wheel as geometry: computed once from a profile, painted on pages and in files from the same values."""

from assessment.domain.wheel.build import build_wheel
from assessment.domain.wheel.measures import WheelForm
from assessment.domain.wheel.parts import Wheel
from assessment.domain.wheel.words import WheelWords

__all__ = ["Wheel", "WheelForm", "WheelWords", "build_wheel"]
