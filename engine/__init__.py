"""congvan: from a clerk's YAML to issued letters and tracked obligations."""

__version__ = "0.1.0"
