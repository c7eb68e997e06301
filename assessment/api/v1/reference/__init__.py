"""The description of the interface: an OpenAPI document, and the same as a page."""
