"""A team's published result and plan as a document to hand over: A4, one module a section."""
