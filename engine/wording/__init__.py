"""Vietnamese wording, pure: dates, deadlines, targets, citations, names, numbering, marked prose."""
