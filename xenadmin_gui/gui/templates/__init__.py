"""The template library in the window: its page, its forms, what can be done with it."""
