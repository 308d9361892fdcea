"""The floor: the least that Django needs to show the rows of Today, for the product to be held against."""
