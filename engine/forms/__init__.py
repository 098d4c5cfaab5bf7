"""Statutory forms made from their definitions: lists as workbooks, declarations as Word files."""
