"""Pages that add, edit and delete what is recorded: one module for each record."""
