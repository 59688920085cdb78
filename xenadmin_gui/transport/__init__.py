"""Reaching hosts: the Protocols, and their real implementation over SSH and libvirt."""
