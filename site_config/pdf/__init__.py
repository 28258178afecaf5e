"""Reading PDFs (ISO 32000): a program of its own that may fail, and what it found."""
