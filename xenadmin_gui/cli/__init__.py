"""The command line: the same plans as the window, for scripts and thin lines."""
