"""The trees: rows of each view, the model that takes differences, delegate and filter."""
