"""Second Source: a desktop archive for news reports."""

import os

__version__ = "0.1.0"

# Nothing here multiplies matrices, but numpy would start threads for it, and these wait by running in circles.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
