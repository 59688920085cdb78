"""The bottom of the window: tasks, commands and log."""
