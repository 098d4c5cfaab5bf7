"""Writes every template into a folder: `python -m engine.render.template_builder templates/docx`."""

from __future__ import annotations

import sys
from pathlib import Path

from engine.render.template_builder.documents import TEMPLATES


def main(folder: Path) -> None:
    """Writes the templates; their bytes are the same on every machine."""
    for name, build in TEMPLATES.items():
        (folder / name).write_bytes(build())
        print(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "templates/docx"))
