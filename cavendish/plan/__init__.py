"""What a picture will contain, decided before any pixel exists."""
