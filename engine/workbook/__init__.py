"""Any workbook (xlsx, xls, xlsb, ods, csv) read safely into plain values, and marked copies of it."""
