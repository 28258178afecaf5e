"""Who is answered what at every address: the table, and what holds the portal against it."""
