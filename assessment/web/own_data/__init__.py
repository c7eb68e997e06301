"""What is stored about a person: to see, to take along, to erase."""
