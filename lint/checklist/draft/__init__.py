"""The first draft of a checklist, from answers and from the text of a regulation."""
