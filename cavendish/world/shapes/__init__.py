"""The library of things, one file a family; `SHAPES` finds each by its lexicon name."""
