"""A field for a size in GiB that shows no more decimals than the size has."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from xenadmin_gui.gui import wording

#: Three decimals are as fine as one MiB.
_DECIMALS = 3


class SizeBox(QDoubleSpinBox):
    """Says ``20 GiB`` and ``0.5 GiB``: ``20,000 GiB`` reads like twenty thousand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(_DECIMALS)
        self.setSuffix(" GiB")

    def textFromValue(self, value: float) -> str:
        text = wording.number(value, _DECIMALS)
        return text.rstrip("0").rstrip(self.locale().decimalPoint())
