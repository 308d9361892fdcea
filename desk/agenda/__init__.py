"""What Today needs to know of every candidacy, kept as a row each, so that it is not worked out at each look.

A kept row is nothing but the clock's answer, with the time for which it holds (`candidacy.holding`). It is
written by one function (`keeping.catch_up`), whenever the facts below it changed or its time is over.
"""
