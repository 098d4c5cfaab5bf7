"""Right letters broken in one thing each, grouped as rules are: each file has `MUTANTS`, `VARIANTS`, `BUNDLES`."""
