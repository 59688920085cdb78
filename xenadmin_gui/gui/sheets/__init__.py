"""Plans shown before, while and after they run, and the dialogs that lead to one."""
