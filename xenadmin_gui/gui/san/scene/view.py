"""The picture on the screen: zoom, keys and selection; newer pictures come in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.gui.san.scene.items import BoxItem, HeadItem, LineItem
from xenadmin_gui.gui.san.scene.layout import Layout, lay_out
from xenadmin_gui.gui.san.scene.picture import Node, NodeId, Picture
from xenadmin_gui.gui.san.scene.steps import Way, step
from xenadmin_gui.gui.style import fonts
from xenadmin_gui.gui.style.ink import Ink, paper_ink, screen_ink

_SMALLEST, _LARGEST = 0.25, 3.0
_ZOOM_STEP = 1.2
#: A picture that does not fit is not made smaller than this at first: it can still be read.
_READABLE = 0.8
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class PictureView(QGraphicsView):
    """Draws one picture.

    Signals:
        chosen: A box was selected (its Node), or none is (None).
        opened: Return or a double click on a box that has a page (Key).
        menu_requested: tuple of Key, QPoint on the screen.
        zoomed: How large it is now; 1.0 is as large as the other text.
    """

    chosen = Signal(object)
    opened = Signal(object)
    menu_requested = Signal(object, object)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self._picture = Picture()
        self._layout = Layout((), (), (), 0.0, 0.0)
        self._boxes: dict[NodeId, BoxItem] = {}
        self._lines: dict[str, LineItem] = {}
        self._heads: list[HeadItem] = []
        self._is_fresh = True
        self._is_fitted = True
        self._sight = 0
        self.current: NodeId | None = None
        self._ink = screen_ink()

    @property
    def layout_shown(self) -> Layout:
        """The places of what is drawn."""
        return self._layout

    @property
    def zoom(self) -> float:
        return self.transform().m11()

    def start_over(self) -> None:
        """Forget zoom and selection: the next picture is of another object."""
        self._is_fresh = True
        self._is_fitted = True
        self.current = None

    def show_picture(self, picture: Picture) -> None:
        """Draw ``picture``; what is the same is not touched, zoom and selection stay."""
        if picture == self._picture and not self._is_fresh:
            return
        self._picture = picture
        self._lay_out()
        if self._is_fresh:
            self._is_fresh = False
            self.fit()
        if self.current is not None and self.current not in self._boxes:
            self.choose(None)

    def _lay_out(self) -> None:
        metrics = QFontMetricsF(fonts.content())
        self._sight = self.viewport().height()
        self._layout = lay_out(self._picture, metrics.horizontalAdvance, self._sight)
        self._apply(self._layout)
        self.setSceneRect(0, 0, self._layout.width, self._layout.height)

    def node(self, node_id: NodeId | None) -> Node | None:
        """Return a node of the picture."""
        item = self._boxes.get(node_id) if node_id is not None else None
        return item.box.node if item is not None else None

    def choose(self, node_id: NodeId | None) -> None:
        """Select a box and bring it into sight; None selects nothing."""
        for former in self._boxes.values():
            former.setSelected(former.box.node.id == node_id)
        self.current = node_id
        item = self._boxes.get(node_id) if node_id is not None else None
        if item is not None:
            self.ensureVisible(item.rect, 24, 24)
            self.setAccessibleDescription(item.toolTip())
        self.chosen.emit(self.node(node_id))

    def fit(self) -> None:
        """Show the whole width, as long as it can be read; until somebody zooms."""
        self._is_fitted = True
        room = self.viewport().width() - 2
        width = self._layout.width or 1.0
        self._set_zoom(max(_READABLE, min(1.0, room / width)))

    def zoom_by(self, factor: float) -> None:
        """Make the picture larger or smaller."""
        self._is_fitted = False
        self._set_zoom(self.zoom * factor)

    def reset_zoom(self) -> None:
        """Show it at 100 %."""
        self._is_fitted = False
        self._set_zoom(1.0)

    def retint(self) -> None:
        """Draw everything in the scheme in force."""
        self._tint(screen_ink())

    def print_on(self, painter: QPainter) -> None:
        """Draw the same picture in black and white."""
        self._tint(paper_ink())
        for head in self._heads:
            head.setY(0.0)
        try:
            self._scene.render(painter)
        finally:
            self._tint(screen_ink())
            self._pin_heads()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(event.key())
        if way is not None:
            self.choose(step(self._layout, self.current, way))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / _ZOOM_STEP)
        elif event.key() == Qt.Key.Key_0:
            self.reset_zoom()
        elif event.key() == Qt.Key.Key_Escape and self.current is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, BoxItem):
            self.choose(item.box.node.id)
        elif isinstance(item, LineItem):
            self.choose(item.line.link.source)
        else:
            self.choose(None)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._open()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        node = self.node(self.current)
        if node is not None and node.key is not None:
            self.menu_requested.emit((node.key,), event.globalPos())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_fitted:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tall = self._layout.height > min(self._sight, self.viewport().height())
        if is_tall and not self._is_fresh and abs(self._sight - self.viewport().height()) > 40:
            self._lay_out()
        if self._is_fitted and not self._is_fresh:
            self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._pin_heads()

    def _pin_heads(self) -> None:
        """The names of the columns stay in sight when the boxes scroll."""
        top = max(0.0, self.mapToScene(0, 0).y())
        for head in self._heads:
            head.setY(top)

    def _open(self) -> None:
        node = self.node(self.current)
        key: Key | None = node.key if node is not None else None
        if key is not None:
            self.opened.emit(key)

    def _set_zoom(self, zoom: float) -> None:
        zoom = max(_SMALLEST, min(_LARGEST, zoom))
        self.resetTransform()
        self.scale(zoom, zoom)
        self._pin_heads()
        self.zoomed.emit(zoom)

    def _tint(self, ink: Ink) -> None:
        self._ink = ink
        items: list[BoxItem | LineItem | HeadItem] = [*self._boxes.values(), *self._heads]
        items += self._lines.values()
        for item in items:
            item.ink = ink
        self._scene.update()

    def _apply(self, layout: Layout) -> None:
        boxes = {box.node.id: box for box in layout.boxes}
        for gone in self._boxes.keys() - boxes.keys():
            self._scene.removeItem(self._boxes.pop(gone))
        for node_id, box in boxes.items():
            if node_id in self._boxes:
                self._boxes[node_id].show_box(box)
            else:
                self._boxes[node_id] = BoxItem(box, self._ink)
                self._scene.addItem(self._boxes[node_id])
        lines = {line.link.id: line for line in layout.lines}
        for missing in self._lines.keys() - lines.keys():
            self._scene.removeItem(self._lines.pop(missing))
        for line_id, line in lines.items():
            if line_id in self._lines:
                self._lines[line_id].show_line(line)
            else:
                self._lines[line_id] = LineItem(line, self._ink)
                self._scene.addItem(self._lines[line_id])
        if tuple(item.head for item in self._heads) != layout.heads:
            for item in self._heads:
                self._scene.removeItem(item)
            self._heads = [HeadItem(head, self._ink) for head in layout.heads]
            for item in self._heads:
                self._scene.addItem(item)
            self._pin_heads()
