"""The one catalogue of texts for problems, in Vietnamese and English.

Each module of this package holds `TEXTS`, a mapping from a problem's code to its texts; a code has one home.
Fields in braces are filled from `Problem.params`.
"""

from engine.messages.catalogue import Text, all_codes, describe, hint, is_code

__all__ = ["Text", "all_codes", "describe", "hint", "is_code"]
