"""A whole campaign among synthetic people: lists as offices write them, returns as units send them.

The writers here share no code with engine.intake, engine.forms, engine.people or engine.workbook: they are the
witness that these are measured by.
"""
