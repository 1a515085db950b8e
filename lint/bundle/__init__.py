"""An installation that works offline: all wheels for one system and Python, with scripts that install and start it."""
