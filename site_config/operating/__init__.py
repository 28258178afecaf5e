"""What the people who run the portal ask of it: is it well, what is it doing, what is amiss."""
