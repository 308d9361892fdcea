"""Moving in from another tracker: read a file of any known shape, preview it, bring it in, take it back.

`recognising` says what a file is, `shapes/` holds what is known of each tracker, `sheet`, `columns`, `dates`
and `stages` understand a table. All of these are pure. `planning` holds what was read against what is here,
`bringing` stores it, `waiting` keeps a file until it is brought in.
"""
