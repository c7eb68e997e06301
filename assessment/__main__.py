"""``python -m assessment`` is the console command ``cx-wheel``."""

from assessment.cli.main import main

main(prog_name="cx-wheel")
