"""Pages for those who develop the service or try it on their own machine."""
