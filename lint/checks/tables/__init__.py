"""Tables of a report as rules and elements see them: which is the one meant, its rows, columns and figures."""
