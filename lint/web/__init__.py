"""The local page: a server on this computer alone, for people who do not use a terminal."""
