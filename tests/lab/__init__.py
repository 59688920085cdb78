"""A real Xen, iSCSI, DRBD and Pacemaker cluster inside QEMU, on one machine."""
