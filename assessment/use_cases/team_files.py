"""A team's result as files for spreadsheets and other programs: what its page tells, and nothing more.

The viewer's own view is left out: files are passed on, and it is theirs alone.
"""

from __future__ import annotations

import csv
from io import StringIO

from assessment.languages import Language
from assessment.use_cases.plain_cells import harmless
from assessment.use_cases.show_team_result import TeamView
from assessment.wording.team_tables.all_tables import list_team_tables
from assessment.wording.team_tables.long_table import long_table


def team_xlsx(view: TeamView, language: Language) -> bytes:
    """A workbook with a sheet for each table; the same result gives the same bytes each time."""
    from assessment.drawing.team_workbook import team_workbook

    tables = list_team_tables(language, view.framework, view.result, team=view.team.name, topics=view.topics)
    return team_workbook(tables, title=view.team.name, made_on=view.result.closed_on, language=language)


def team_csv(view: TeamView, language: Language) -> str:
    """One line for each competency, facet and statement, in the order of the framework, words in that language.

    Parted by commas, numbers with a point, under a head. What is not told has empty cells, with the reason in the
    last one. No cell of words begins like a formula.
    """
    columns, rows = long_table(language, view.framework, view.result)
    table = StringIO()
    writer = csv.writer(table)
    for row in (columns, *rows):
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return table.getvalue()
