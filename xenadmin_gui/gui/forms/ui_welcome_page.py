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
from PySide6.QtWidgets import (QApplication, QCommandLinkButton, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_WelcomePage(object):
    def setupUi(self, WelcomePage: QWidget) -> None:
        if not WelcomePage.objectName():
            WelcomePage.setObjectName(u"WelcomePage")
        self.column = QVBoxLayout(WelcomePage)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.above)

        self.title = QLabel(WelcomePage)
        self.title.setObjectName(u"title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.explanation = QLabel(WelcomePage)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.explanation.setWordWrap(True)
        self.explanation.setContentsMargins(-1, -1, -1, 12)

        self.column.addWidget(self.explanation)

        self.notice = QLabel(WelcomePage)
        self.notice.setObjectName(u"notice")
        self.notice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.notice.setWordWrap(True)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notice.setContentsMargins(-1, -1, -1, 12)

        self.column.addWidget(self.notice)

        self.add_button = QCommandLinkButton(WelcomePage)
        self.add_button.setObjectName(u"add_button")
        self.add_button.setDefault(True)

        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignHCenter)

        self.demo_button = QCommandLinkButton(WelcomePage)
        self.demo_button.setObjectName(u"demo_button")

        self.column.addWidget(self.demo_button, 0, Qt.AlignmentFlag.AlignHCenter)

        self.read_button = QCommandLinkButton(WelcomePage)
        self.read_button.setObjectName(u"read_button")

        self.column.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignHCenter)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.below)

        self.column.setStretch(0, 2)
        self.column.setStretch(7, 3)

        self.retranslateUi(WelcomePage)

        QMetaObject.connectSlotsByName(WelcomePage)
    # setupUi

    def retranslateUi(self, WelcomePage: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("WelcomePage", u"Which cluster shall this window look after?", None))
        self.explanation.setText(QCoreApplication.translate("WelcomePage", u"Nothing is changed anywhere until you have seen every command and said so.", None))
        self.add_button.setText(QCoreApplication.translate("WelcomePage", u"Add a cluster", None))
        self.add_button.setDescription(QCoreApplication.translate("WelcomePage", u"Name one of its hosts; the others are found and checked.", None))
        self.demo_button.setText(QCoreApplication.translate("WelcomePage", u"Look around in the demonstration cluster", None))
        self.demo_button.setDescription(QCoreApplication.translate("WelcomePage", u"Six simulated machines and fourteen VMs; pull plugs and watch what happens.", None))
        self.read_button.setText(QCoreApplication.translate("WelcomePage", u"Read how to build one", None))
        self.read_button.setDescription(QCoreApplication.translate("WelcomePage", u"Xen, iSCSI, DRBD and Pacemaker on Debian, from bare machines.", None))
        pass
    # retranslateUi

