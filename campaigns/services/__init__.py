"""What is done to pledges, and what follows from it."""
