"""A version of Afterword that nobody has released yet: one app more, with an update in four steps."""
