"""The plan of a team: for its leads to change, for its members to read."""
