"""Pages of the talks: the debrief, the interview itself, one note, the prep sheet."""
