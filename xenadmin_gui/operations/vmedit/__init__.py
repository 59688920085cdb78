"""Changing what a VM is: its definition on every host, and what can be changed while it runs."""
