"""The rules of NĐ 30/2020, one small function each, grouped by the part of the letter that they look at."""
