"""A class becomes reports on disk, whatever happens on the way. Reaches all rooms but the bridge."""
