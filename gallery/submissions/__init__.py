"""What members send in: taken, shown to moderators, approved or rejected."""
