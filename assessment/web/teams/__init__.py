"""Teams, the people in them, joining, and organisations."""
