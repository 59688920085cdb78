"""The SAN as a drawn picture: the chain of one object, and the map of the whole."""
