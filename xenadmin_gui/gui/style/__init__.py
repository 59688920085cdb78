"""Colours, type, spacing and icons; nothing else names a colour."""
