"""Persons as lists tell them: identifiers, names, births, contacts read and mended with proof; pure."""
