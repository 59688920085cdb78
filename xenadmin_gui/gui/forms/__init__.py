"""Compiled from ui/*.ui."""
