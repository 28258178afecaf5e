"""The rights ledger of the gallery, and what is hidden by it."""
