"""`python -m lint`."""

from lint.cli.main import main

main()
