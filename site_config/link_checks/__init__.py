"""Links in published pages that lead nowhere."""
