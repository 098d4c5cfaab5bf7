"""Fonts with a code of their own: their letters are no Unicode, so that in any other font they read otherwise."""

from __future__ import annotations

import re
from typing import Final

_OWN: Final = re.compile(r"\.vn|vni[- ]|symbol$|wingdings|webdings|zapf ?dingbats|mt extra$", re.IGNORECASE)


def has_own_code(font: str) -> bool:
    """Whether the font is one of TCVN3 (.VnTime …), VNI (VNI-Times …) or of symbols."""
    return _OWN.match(font.strip()) is not None
