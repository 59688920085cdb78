"""What the centre shows of one object, a tab each."""
