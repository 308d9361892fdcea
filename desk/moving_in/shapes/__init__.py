"""What is known of the exports of each tracker, a file each.

Pure.
"""
