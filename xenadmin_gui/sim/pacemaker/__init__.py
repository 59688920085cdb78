"""Pacemaker of the simulated cluster: its own binaries decide, the world acts."""
