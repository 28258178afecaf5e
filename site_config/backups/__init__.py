"""Backups: encrypted, compared row by row and file by file, and tried every week."""
