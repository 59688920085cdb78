"""``python -m xenadmin_gui`` opens the window."""

import sys

from xenadmin_gui.gui.main import main

if __name__ == "__main__":
    sys.exit(main())
