"""The template library, put together from what each SAN server has of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.template import DESCRIPTION, Template
from xenadmin_gui.monitoring.contact import HostContact
from xenadmin_gui.monitoring.parse.errors import ParseError
from xenadmin_gui.monitoring.parse.template import parse_template

#: A server with the sizes of its files and the texts of its descriptions, both by template.
_Library = tuple[str, Mapping[str, Mapping[str, int]], Mapping[str, str]]


class TemplateReader:
    """Reads the library; what every server says again gives the same templates again."""

    def __init__(self) -> None:
        self._known: list[_Library] = []
        self._templates: tuple[Template, ...] = ()

    def read(
        self, config: ClusterConfig, contacts: Mapping[str, HostContact]
    ) -> tuple[Template, ...]:
        """Return every template by name, from old answers too where a server is silent."""
        libraries = list(_libraries(config, contacts))
        if libraries != self._known:
            self._known = libraries
            names = sorted({name for _, files, texts in libraries for name in {*files, *texts}})
            self._templates = tuple(_template(name, libraries) for name in names)
        return self._templates


def library_room(
    config: ClusterConfig, contacts: Mapping[str, HostContact]
) -> tuple[tuple[str, int], ...]:
    """Return (SAN server, bytes free where its library lies) for those that told."""
    reports = [(name, contacts[name].report) for name in _san_servers(config)]
    return tuple(
        (name, report.library_room)
        for name, report in reports
        if report is not None and report.library_room is not None
    )


def find_in_templates(
    config: ClusterConfig,
    contacts: Mapping[str, HostContact],
    templates: tuple[Template, ...],
) -> Iterator[Finding]:
    """Yield what is wrong with the library: unusable templates, and those that lack a copy."""
    told = [
        name
        for name in _san_servers(config)
        if (fresh := contacts[name].fresh) is not None and fresh.library_files is not None
    ]
    for template in templates:
        if template.reason:
            yield Finding(
                "template-unusable",
                Health.DEGRADED,
                template.key,
                f"Template {template.name} cannot be used. {template.reason}",
                "Import it again, or delete it.",
            )
            continue
        for server in told:
            if server not in template.servers:
                yield Finding(
                    "template-missing",
                    Health.DEGRADED,
                    template.key,
                    f"{server} has no copy of the template {template.name}.",
                    "After a switchover no VM could be made of it: copy it there.",
                )


def _san_servers(config: ClusterConfig) -> list[str]:
    return [server.name for server in config.servers if Role.SAN in server.roles]


def _libraries(config: ClusterConfig, contacts: Mapping[str, HostContact]) -> Iterator[_Library]:
    for name in _san_servers(config):
        report = contacts[name].report
        if report is not None and report.library_files is not None:
            yield name, report.library_files, report.library_texts or {}


def _template(name: str, libraries: list[_Library]) -> Template:
    """Return one template; whatever is wrong with it is its reason."""
    copies = [
        (server, _copy(name, server, files[name], texts.get(name)))
        for server, files, texts in libraries
        if name in files
    ]
    if not copies:  # deleted in between: the texts were read before the files
        return Template(name, reason="It is being changed just now.")
    good = [(server, copy) for server, copy in copies if not copy.reason]
    bad = [copy for _, copy in copies if copy.reason]
    servers = tuple(server for server, _ in copies)
    best = (good or copies)[0][1]
    if bad:
        return replace(best, servers=servers, reason=bad[0].reason)
    if any(copy != best for _, copy in good):
        names = " and ".join(servers)
        return replace(best, servers=servers, reason=f"Its copies on {names} are not the same.")
    return replace(best, servers=servers)


def _copy(name: str, server: str, files: Mapping[str, int], text: str | None) -> Template:
    if text is None:
        if DESCRIPTION not in files:
            return Template(name, reason=f"It has no {DESCRIPTION} on {server}.")
        if files[DESCRIPTION]:
            return Template(name, reason=f"Its {DESCRIPTION} on {server} is too large to be read.")
        return Template(name, reason=f"Its {DESCRIPTION} on {server} is empty.")
    try:
        template = parse_template(text, name)
    except ParseError as error:
        why = error.reason.rstrip(".")
        return Template(name, reason=f"Its {DESCRIPTION} on {server} cannot be read: {why}.")
    size = files.get(template.image)
    if size is None:
        return replace(template, reason=f"Its image {template.image} is missing on {server}.")
    if size != template.image_bytes:
        return replace(
            template,
            reason=f"Its image on {server} has {size} bytes instead of {template.image_bytes}:"
            " it was cut off or replaced.",
        )
    return template
