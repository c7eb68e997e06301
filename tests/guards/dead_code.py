"""Names that nothing uses: what vulture finds, less what templates read. ``make check`` runs it; status 1 on any."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from vulture import Vulture
from vulture.config import make_config

ROOT = Path(__file__).parents[2]


def words_of_templates() -> set[str]:
    """Page values are read by name in templates, where vulture does not look."""
    files = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    return {word for path in files for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}


def main() -> int:
    config = make_config([])
    vulture = Vulture(ignore_names=config["ignore_names"], ignore_decorators=config["ignore_decorators"])
    vulture.scavenge([str(ROOT / path) for path in config["paths"]])
    read = words_of_templates()
    unused = [item for item in vulture.get_unused_code(config["min_confidence"]) if item.name not in read]
    for item in unused:
        print(item.get_report())
    return 1 if unused else 0


if __name__ == "__main__":
    sys.exit(main())
