"""Dialogs that stand for themselves: add a cluster, host keys, about."""
