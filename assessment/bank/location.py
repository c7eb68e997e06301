"""Where the shipped question bank lies."""

from __future__ import annotations

from pathlib import Path

import assessment


def bank_path() -> Path:
    """Folder of the shipped bank: inside an installed package, beside the package in a checkout."""
    package = Path(assessment.__file__).parent
    installed = package / "_data" / "question_bank"
    return installed if installed.is_dir() else package.parent / "question_bank"
