"""What belongs to the whole site: language, health, the style guide."""
