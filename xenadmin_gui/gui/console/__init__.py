"""Consoles of VMs and shells of machines: a terminal emulator, its view and its window."""
