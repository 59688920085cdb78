"""Changing the template library on the SAN servers."""
