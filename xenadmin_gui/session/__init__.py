"""The only wiring: which cluster, real or simulated, and which stores belong to it."""
