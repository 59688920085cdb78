"""cat, find, sha256sum and the like on a simulated machine's files."""

from __future__ import annotations

import fnmatch
import hashlib

from xenadmin_gui.domain.template import LIBRARY
from xenadmin_gui.sim.tools import library, lio, proc
from xenadmin_gui.sim.tools.call import Answer, Call, usage


def cat(call: Call) -> Answer:
    """``cat FILE …``: files of the machine, and those of /proc that are watched."""
    output, errors = [], []
    for path in tuple(word for word in call.arguments if word != "--") or ("-",):
        text = call.stdin if path == "-" else _content(call, path)
        if text is None:
            errors.append(f"cat: {path}: No such file or directory\n")
        else:
            output.append(text)
    return Answer(1 if errors else 0, "".join(output), "".join(errors))


def find(call: Call) -> Answer:
    """``find DIR -maxdepth 1 -name GLOB -exec sha256sum {} +`` and LIO's configfs."""
    words = list(call.arguments)
    folder = words[0] if words else "."
    if folder.startswith("/sys/kernel/config/target"):
        return lio.find(call)
    if folder == LIBRARY:
        return library.find(call)
    files = call.machine.files
    inside = folder.rstrip("/") + "/"
    if not any(path.startswith(inside) for path in files):
        return Answer(1, "", f"find: '{folder}': No such file or directory\n")
    pattern = words[words.index("-name") + 1] if "-name" in words else "*"
    is_flat = "-maxdepth" in words
    found = [
        path
        for path in sorted(files)
        if path.startswith(inside)
        and fnmatch.fnmatchcase(path.rpartition("/")[2], pattern)
        and not (is_flat and "/" in path[len(inside) :])
    ]
    if "grep" in words:
        return _grep_each(call, found, words[words.index("grep") + 2])
    if "sha256sum" in words:
        return (
            sha256sum(Call(call.world, call.machine, ("sha256sum", *found))) if found else Answer()
        )
    return Answer(0, "".join(f"{path}\n" for path in found))


def _grep_each(call: Call, paths: list[str], pattern: str) -> Answer:
    """``-exec grep -H PATTERN {} +``: a pattern is a beginning of a line, or empty."""
    beginning = pattern.removeprefix("^")
    lines = [
        f"{path}:{line}\n"
        for path in paths
        for line in call.machine.files[path].splitlines()
        if line.startswith(beginning)
    ]
    return Answer(0, "".join(lines))


def sha256sum(call: Call) -> Answer:
    """``sha256sum FILE …``."""
    output, errors = [], []
    for path in call.arguments:
        text = _content(call, path)
        if text is None:
            errors.append(f"sha256sum: {path}: No such file or directory\n")
        else:
            output.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {path}\n")
    return Answer(1 if errors else 0, "".join(output), "".join(errors))


def test(call: Call) -> Answer:
    """``test -e|-f|-r|-d|-s PATH``."""
    if len(call.arguments) != 2:
        return usage(call)
    option, path = call.arguments
    is_folder = any(name.startswith(path.rstrip("/") + "/") for name in call.machine.files)
    if option == "-s":
        return Answer(0 if _content(call, path) else 1)
    if option == "-d":
        return Answer(0 if is_folder else 1)
    return Answer(0 if _content(call, path) is not None or (option == "-e" and is_folder) else 1)


def tee(call: Call) -> Answer:
    """``tee FILE …``: write standard input to files."""
    paths = [word for word in call.arguments if not word.startswith("-")]
    is_append = any(word in ("-a", "--append") for word in call.arguments)
    for path in paths:
        before = call.machine.files.get(path, "") if is_append else ""
        call.machine.files[path] = before + call.stdin
    call.world.touch()
    return Answer(0, call.stdin)


def remove(call: Call) -> Answer:
    """``rm [-f] FILE …``, and ``rm -rf -- DIR …``."""
    if "-rf" in call.arguments:
        return _remove_all(call)
    is_forced = any(word in ("-f", "--force") for word in call.arguments)
    errors = [
        f"rm: cannot remove '{path}': No such file or directory\n"
        for path in call.arguments
        if not path.startswith("-") and call.machine.files.pop(path, None) is None and not is_forced
    ]
    call.world.touch()
    return Answer(1 if errors else 0, "", "".join(errors))


def _remove_all(call: Call) -> Answer:
    for root in (word for word in call.arguments if not word.startswith("-")):
        for path in [p for p in call.machine.files if p == root or p.startswith(f"{root}/")]:
            del call.machine.files[path]
    call.world.touch()
    return Answer()


def move(call: Call) -> Answer:
    """``mv [-f] FROM TO`` and ``cp FROM TO``, file to file."""
    paths = [word for word in call.arguments if not word.startswith("-")]
    if len(paths) != 2:
        return usage(call)
    source, target = paths
    is_careful = bool({"-n", "--no-clobber"} & set(call.arguments))
    text = call.machine.files.get(source)
    if text is None:
        return Answer(1, "", f"{call.argv[0]}: cannot stat '{source}': No such file or directory\n")
    if is_careful and target in call.machine.files:
        return Answer()
    call.machine.files[target] = text
    if call.argv[0] == "mv":
        del call.machine.files[source]
    call.world.touch()
    return Answer()


def compare(call: Call) -> Answer:
    """``cmp --silent FILE FILE``."""
    if len(call.arguments) != 3 or call.arguments[0] != "--silent":
        return usage(call)
    one, other = (call.machine.files.get(path) for path in call.arguments[1:])
    return Answer(2) if one is None or other is None else Answer(0 if one == other else 1)


def grep(call: Call) -> Answer:
    """``grep -qsF TEXT FILE``, ``grep -qsx LINE FILE``: whether it stands in the file."""
    if len(call.arguments) != 3 or call.arguments[0] not in ("-qsF", "-qsx"):
        return usage(call)
    how, wanted, path = call.arguments
    text = _content(call, path)
    if text is None:
        return Answer(2)
    return Answer(0 if wanted in (text.splitlines() if how == "-qsx" else text) else 1)


def make_folder(call: Call) -> Answer:
    """``mkdir -p DIR …``: a folder is there as soon as something lies in it, were it itself."""
    for path in call.arguments:
        if not path.startswith("-"):
            call.machine.files.setdefault(f"{path.rstrip('/')}/.", "")
    call.world.touch()
    return Answer()


def _content(call: Call, path: str) -> str | None:
    text = proc.content(call, path)
    return text if text is not None else call.machine.files.get(path)
