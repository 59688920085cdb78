"""A simulated cluster: the second implementation of transport's Protocols."""
