"""Checks of a letter against the decree: parts recognised, rules by being there, findings with place and remedy.

Pure: a `WordFile`, a rule set and what is known come in; findings go out.
"""
