"""Values and their understanding: from the text a reader extracted to a Report with outline, clauses and figures."""
