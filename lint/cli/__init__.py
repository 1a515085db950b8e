"""One module a command: options, calls, exit codes; what a command says stands beside it."""
