"""The benchmarks: the real server on large searches, beside a floor that shows the same rows."""
