"""The blocks that editors build pages from, each introduced in plain words."""
