"""People's own judgement: a blind vote between two painters, and a page to play with one."""
