"""What the search so far teaches: waits, the funnel, thank-yous, questions that come again."""
