"""The development plan as a document to hand over: A4, three to five pages, one module a section."""
