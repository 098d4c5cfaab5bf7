"""Documents: a letter composed in words, filled into its Word template, printed as PDF."""
