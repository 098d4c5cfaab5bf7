"""Campaigns among persons: lists in, forms out, returned forms decide."""
