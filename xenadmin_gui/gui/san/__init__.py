"""What belongs to the SAN only: its actions, its forms, its picture."""
