"""What a team's campaign found, for its leads and members, once it is closed."""
