"""xenadmin_gui: the desktop of a Xen and iSCSI high-availability cluster."""

__version__ = "0.1.0"
