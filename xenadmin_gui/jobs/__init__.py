"""Cancellable work on lanes; standard library only."""
