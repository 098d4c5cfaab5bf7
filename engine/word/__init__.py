"""Any Word file as values: what Word would show, with its effective properties; and the way back for mends.

Bytes in, values out. Nothing is loaded from outside of the file, and nothing in it is run.
"""
