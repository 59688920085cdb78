"""What is said in pieced; made by packaging/build_translations.py."""

from __future__ import annotations

PHRASES: tuple[str, ...] = (
    "Copying {1} from {2} to {3}",
    "Fetching {1} from {2}",
    "Force off {1}",
    "Migrate {1}",
    "Migrate {1} to {2}",
    "Pause {1}",
    "Reboot {1}",
    "Resume {1}",
    "Sending {1} to {2}",
    "Shut down {1}",
    "Start {1}",
    "{1} does not answer.",
    "{1} has not answered yet.",
    "{1} has the most memory free that it can use: {2}.",
    "{1} is crashed.",
    "{1} is in maintenance.",
    "{1} is off.",
    "{1} is paused.",
    "{1} is running.",
)
