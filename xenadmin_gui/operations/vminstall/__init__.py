"""Making virtual machines: from a template, from an installer, from another VM."""
