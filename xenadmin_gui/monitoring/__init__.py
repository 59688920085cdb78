"""Watches the cluster: asks every server, reads the answers, makes one snapshot of them."""
