"""Where a run gets its pipeline from, given ids and paths only."""

from __future__ import annotations

from engine.app.pipeline import IssuePipeline, Options


def build_pipeline(spec: str, home: str, options: Options) -> IssuePipeline:
    """The issue pipeline of the directive file `spec` in `home`; raises InputError when the spec is wrong."""
    from engine.bootstrap import build_pipeline as build

    return build(spec, home, options)
