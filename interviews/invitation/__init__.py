"""What an invitation says: its time, its place or link, who is asked to it. Pure: texts in, facts out."""
