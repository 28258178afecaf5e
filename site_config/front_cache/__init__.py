"""The cache in front of the portal: what an answer shows, and what a change has it forget."""
