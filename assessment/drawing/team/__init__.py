"""Charts of a group's published result as figures, for files and documents; each shows only what is told."""
