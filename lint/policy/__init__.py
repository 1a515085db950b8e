"""What people decided about findings: verdicts of reviewers, and how they are laid over a record."""
