"""What partners are told of how often their page and placements were seen and followed."""
