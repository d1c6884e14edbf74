"""Handing articles and comparisons on, in formats that others read."""
