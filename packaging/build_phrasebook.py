"""Collect what the rooms below the window say, as templates, into gui/phrasebook/.

Those rooms speak English and know nothing of Qt; the window recognises their sentences by these
templates and shows them in the administrator's language. There is one file a room, of operations
one a folder. Called by build_translations.py.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("domain", "monitoring", "operations", "session", "sim", "transport")
PHRASEBOOK = ROOT / "xenadmin_gui" / "gui" / "phrasebook"
#: A room that says too much for one file.
DIVIDED = "operations"

#: Templates with fewer letters of their own would recognise almost anything.
LEAST_LETTERS = 4
#: Said in pieces that no syntax tree shows together.
PIECED_TOGETHER = (
    "{1} does not answer.",
    "{1} has the most memory free that it can use: {2}.",
    "{1} has not answered yet.",
    "{1} is in maintenance.",
    "{1} is crashed.",
    "{1} is off.",
    "{1} is paused.",
    "{1} is running.",
    "Start {1}",
    "Shut down {1}",
    "Force off {1}",
    "Reboot {1}",
    "Pause {1}",
    "Resume {1}",
    "Migrate {1}",
    "Migrate {1} to {2}",
    "Sending {1} to {2}",
    "Fetching {1} from {2}",
    "Copying {1} from {2} to {3}",
)
LINE = 100
#: Texts of one file.
MOST = 350
#: What is not for administrators: the texts of simulated tools and of the log.
SILENT = ("sim/tools/", "sim/pacemaker/agents.py")
#: How titles of steps begin that are handed on from function to function.
STEP_BEGINNINGS = ("Tell Pacemaker", "Have Pacemaker")
#: Rooms in which every text that begins with a capital letter is a title, however it is handed on.
TITLED = (
    "operations/san/",
    "operations/templates/",
    "operations/vmedit/",
    "operations/vminstall/",
    "operations/vmlife/",
)
LOGGING = ("debug", "info", "warning", "error", "exception", "critical")


def templates() -> dict[str, list[str]]:
    """Return what may reach the window, values as ``{1}``, ``{2}``, by the module it belongs to.

    What several rooms say stands where it was found first.
    """
    found = {"pieced": set(PIECED_TOGETHER)}
    package = ROOT / "xenadmin_gui"
    for room in ROOMS:
        for path in sorted((package / room).rglob("*.py")):
            place = path.relative_to(package)
            if str(place).startswith(SILENT):
                continue
            module = "_".join(place.parent.parts) if room == DIVIDED else room
            tree = ast.parse(path.read_text(encoding="utf-8"))
            texts = set(_templates_of(tree, all_titles=str(place).startswith(TITLED)))
            texts = {text for text in texts if _is_telling(text)}
            found.setdefault(module, set()).update(texts.difference(*found.values()))
    return dict(_in_one_sitting({module: sorted(texts) for module, texts in found.items()}))


def _in_one_sitting(found: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield each module's texts; what is too long for one file goes on in another one."""
    for module, texts in found.items():
        for number, start in enumerate(range(0, len(texts), MOST)):
            name = f"{module}_{number + 1}" if number else module
            yield name, texts[start : start + MOST]


def pages() -> dict[str, str]:
    """Return the text of every file of the phrasebook, by its name."""
    found = templates()
    written = {f"{module}.py": _page(module, texts) for module, texts in found.items()}
    return {"__init__.py": _cover(sorted(found)), **written}


def write() -> None:
    """Bring the phrasebook up to date; pages of rooms that fell silent go."""
    PHRASEBOOK.mkdir(exist_ok=True)
    wanted = pages()
    for path in PHRASEBOOK.glob("*.py"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (PHRASEBOOK / name).write_text(text, encoding="utf-8")


def is_fresh() -> bool:
    """Say whether the phrasebook is what the rooms say."""
    paths = PHRASEBOOK.glob("*.py")
    return {path.name: path.read_text(encoding="utf-8") for path in paths} == pages()


def _page(module: str, texts: list[str]) -> str:
    entries = []
    for text in texts:
        entry = f"    {_quoted(text)},"
        entries.append(entry if len(entry) <= LINE else f"{entry}  # noqa: E501")
    lines = [
        f'"""What is said in {module}; made by packaging/build_translations.py."""',
        "",
        "from __future__ import annotations",
        "",
        "PHRASES: tuple[str, ...] = (",
        *entries,
        ")",
        "",
    ]
    return "\n".join(lines)


def _cover(modules: list[str]) -> str:
    lines = [
        '"""What the rooms below say, as templates; made by packaging/build_translations.py."""',
        "",
        "from __future__ import annotations",
        "",
        "from xenadmin_gui.gui.phrasebook import (",
        *(f"    {module}," for module in modules),
        ")",
        "",
        "PHRASES: tuple[str, ...] = (",
        *(f"    *{module}.PHRASES," for module in modules),
        ")",
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _templates_of(tree: ast.Module, *, all_titles: bool) -> Iterator[str]:
    silent = _silent_nodes(tree)
    titles = {
        id(keyword.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in ("title", "name")
    }
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        text = _template(node)
        if not text or "\n" in text:
            continue
        text = re.sub(r"\. \{\d+\}$", ".", text.lstrip())  # what is added to a sentence
        is_title = id(node) in titles or text.startswith(STEP_BEGINNINGS)
        if all_titles and isinstance(node, ast.JoinedStr):
            is_title = is_title or (text[0].isupper() and " " in text)
        if text.endswith(".") or is_title:
            yield text


def _silent_nodes(tree: ast.Module) -> set[int]:
    """Docstrings, parts of f-strings and what goes into the log."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            silent.update(id(part) for part in ast.walk(node) if part is not node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_log = node.func.attr in LOGGING
            silent.update(id(part) for part in ast.walk(node) if is_log)
    return silent


def _template(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _numbered(node.value)
    if not isinstance(node, ast.JoinedStr):
        return None
    numbers: dict[str, int] = {}
    text = ""
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            number = numbers.setdefault(ast.unparse(part.value), len(numbers) + 1)
            text += f"{{{number}}}"
        elif isinstance(part, ast.Constant):
            text += str(part.value)
    return text


def _numbered(text: str) -> str | None:
    """Number the ``{name}`` of a text that ``str.format`` fills; None when it has other braces."""
    names = dict.fromkeys(re.findall(r"\{(\w+)\}", text))
    for number, name in enumerate(names, 1):
        text = text.replace(f"{{{name}}}", f"{{{number}}}")
    rest = re.sub(r"\{\d+\}", "", text)
    return None if "{" in rest or "}" in rest else text


def _is_telling(text: str) -> bool:
    fixed = re.sub(r"\{\d+\}", "", text)
    letters = sum(letter.isalpha() for letter in fixed)
    return " " in text and letters >= LEAST_LETTERS and bool(re.match(r"[\w{]", text))
