"""What can be done to the SAN: volumes, LUNs, replicas, sessions, the pair itself."""
