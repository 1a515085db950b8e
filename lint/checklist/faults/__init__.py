"""What is wrong with a checklist, and what is allowed in it but should not stay so: one module a sort of fault."""
