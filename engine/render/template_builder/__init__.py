"""Builds the Word templates of templates/docx: the maintainable source of their geometry."""
