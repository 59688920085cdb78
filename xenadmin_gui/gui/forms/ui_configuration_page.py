# -*- coding: utf-8 -*-

################################################################################
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPlainTextEdit, QPushButton,
    QSizePolicy, QVBoxLayout, QWidget)
class Ui_ConfigurationPage(object):
    def setupUi(self, ConfigurationPage: QWidget) -> None:
        if not ConfigurationPage.objectName():
            ConfigurationPage.setObjectName(u"ConfigurationPage")
        self.column = QVBoxLayout(ConfigurationPage)
        self.column.setSpacing(0)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.bar.setContentsMargins(12, 8, 12, 8)
        self.copies = QComboBox(ConfigurationPage)
        self.copies.setObjectName(u"copies")
        self.copies.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self.bar.addWidget(self.copies)

        self.verdict = QLabel(ConfigurationPage)
        self.verdict.setObjectName(u"verdict")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.verdict.sizePolicy().hasHeightForWidth())
        self.verdict.setSizePolicy(sizePolicy)

        self.bar.addWidget(self.verdict)

        self.find_line = QLineEdit(ConfigurationPage)
        self.find_line.setObjectName(u"find_line")
        self.find_line.setClearButtonEnabled(True)
        self.find_line.setMinimumSize(QSize(180, 0))
        self.find_line.setMaximumSize(QSize(220, 16777215))

        self.bar.addWidget(self.find_line)

        self.copy_button = QPushButton(ConfigurationPage)
        self.copy_button.setObjectName(u"copy_button")

        self.bar.addWidget(self.copy_button)


        self.column.addLayout(self.bar)

        self.text = QPlainTextEdit(ConfigurationPage)
        self.text.setObjectName(u"text")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.column.addWidget(self.text)


        self.retranslateUi(ConfigurationPage)

        QMetaObject.connectSlotsByName(ConfigurationPage)
    # setupUi

    def retranslateUi(self, ConfigurationPage: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.copies.setAccessibleName(QCoreApplication.translate("ConfigurationPage", u"Which copy", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.copies.setToolTip(QCoreApplication.translate("ConfigurationPage", u"The copies of the definition, and on which host each lies", None))
#endif // QT_CONFIG(tooltip)
        self.find_line.setPlaceholderText(QCoreApplication.translate("ConfigurationPage", u"Find in this text", None))
#if QT_CONFIG(accessibility)
        self.find_line.setAccessibleName(QCoreApplication.translate("ConfigurationPage", u"Find in this text", None))
#endif // QT_CONFIG(accessibility)
        self.copy_button.setText(QCoreApplication.translate("ConfigurationPage", u"&Copy text", None))
#if QT_CONFIG(tooltip)
        self.copy_button.setToolTip(QCoreApplication.translate("ConfigurationPage", u"Copy the whole text to the clipboard", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("ConfigurationPage", u"Configuration", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

