"""Answers that a process keeps until a table changes from which they were made.

The caches in front keep whole pages for minutes and are purged; this is what a request meets that
gets past them. An answer knows the tables that were read for it, and every statement that writes
leaves a mark for its table after the commit (`changes`). One question to the database then tells
whether an answer is still what the portal would say (`docs/decisions/0031-kept-answers.md`).
"""
