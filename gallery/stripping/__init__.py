"""Films without what a camera wrote beside picture and sound: place, time, names."""
