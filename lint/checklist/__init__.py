"""Checklists: TOML files → typed values, with every problem told at its line."""
