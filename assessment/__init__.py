"""CX Wheel: assessing customer-experience competencies and planning what to develop next."""

__version__ = "0.1.0"
