"""One module a kind of element, and what they share."""
