"""Names that a state or country shares with another place, so that one by itself does not tell which is meant."""

# Of a country and of a state of the US; of a state and of its largest city.
HOMONYMS = frozenset({"georgia", "new york"})
