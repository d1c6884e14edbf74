"""Second Source: a desktop archive for news reports."""

__version__ = "0.1.0"
