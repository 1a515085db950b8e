"""Word files that are written: a copy of the report with comments, or the text set anew with comments."""
