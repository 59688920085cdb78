"""Benchmarks beside a peer: run by hand, never by the normal tests."""
