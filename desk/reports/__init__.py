"""What others ask of the record on paper: a proof of search."""
