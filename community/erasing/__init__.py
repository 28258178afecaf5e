"""What is removed when a member leaves: one step for each kind of thing that is held of them."""
