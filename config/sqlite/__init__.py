"""SQLite as the place of the records: `base` is what Django looks for here."""
