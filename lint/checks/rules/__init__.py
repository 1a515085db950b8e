"""One module a kind of text rule; its parts are named after it (sums, sums_groups)."""
