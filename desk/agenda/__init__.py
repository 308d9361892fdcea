"""What Today and the lists need to know of every candidacy, a row each, so that no look works it all out.

A kept row is nothing but the clock's answer, with the time for which it holds (`candidacy.holding`). It is
written by one function (`keeping.catch_up`), whenever the facts below it changed or its time is over.
"""
