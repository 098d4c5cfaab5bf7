"""What the page's type is made of: widths of Times New Roman, and the line breaks that follow from them."""
