"""Lists of persons and returned forms read into records, every finding addressed by its cell; pure.

Tables are found by the labels of their heads, never by position or number.
"""
