"""Distances in device-independent pixels, in steps of 4."""

from __future__ import annotations

XS = 4
S = 8
M = 12
L = 16
XL = 24
XXL = 32
#: Height of a row in trees and tables.
ROW = 22
#: Size of a state shape beside text, of an icon in menus and tool bars, of one on a large button.
SIGN = 14
ICON = 16
LARGE_ICON = 32
