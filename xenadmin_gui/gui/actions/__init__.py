"""The verbs on VMs as actions of menus and tool bars."""
