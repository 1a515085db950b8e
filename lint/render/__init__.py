"""One module an output format, from a run and its record; foreign text is hostile in all of them."""
