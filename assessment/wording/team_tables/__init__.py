"""A team's published result as tables, for spreadsheets and other programs: words as text, figures as numbers."""
