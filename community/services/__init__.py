"""What people do in the community: keyword-only, atomic, refused with words."""
