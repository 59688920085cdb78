"""ssh_config, and the one route that it makes together with the cluster file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig, SshConfig
from xenadmin_gui.domain.errors import ConfigError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.transport.route import Routes
from xenadmin_gui.transport.sshconfig import HostOptions, SshConfigFile


def options(tmp_path: Path, text: str, alias: str = "xen1") -> HostOptions:
    file = tmp_path / "config"
    file.write_text(text)
    return SshConfigFile.read([tmp_path / "none", file]).options(alias)


def server(name: str = "xen1", address: str = "xen1", **changes: object) -> ServerConfig:
    return replace(ServerConfig(name, frozenset({Role.HOST}), address), **changes)


def routes(tmp_path: Path, text: str, *servers: ServerConfig, **ssh: object) -> Routes:
    file = tmp_path / "config"
    file.write_text(text)
    settings = replace(SshConfig(config=str(file)), **ssh)
    return Routes(ClusterConfig("test", servers=servers, ssh=settings))


def test_what_concerns_us_is_read(tmp_path: Path) -> None:
    text = """
    # my hosts
    Host xen*
        HostName %h.example.org
        User=admin
        Port 2222
        IdentityFile "~/.ssh/cluster key"
        IdentityFile /keys/%r
        CertificateFile /keys/cert.pub
        IdentitiesOnly yes
        UserKnownHostsFile /hosts/one /hosts/two
        HostKeyAlias Cluster
        ProxyJump me@gate:2200,second
        ForwardX11 yes
    """
    found = options(tmp_path, text)
    assert found.host_name == "xen1.example.org"
    assert (found.user, found.port) == ("admin", 2222)
    assert found.identity_files == (Path.home() / ".ssh/cluster key", Path("/keys/admin"))
    assert found.certificate_file == Path("/keys/cert.pub")
    assert found.identities_only
    assert found.known_hosts == (Path("/hosts/one"), Path("/hosts/two"))
    assert found.proxy_jump == "me@gate:2200,second"
    assert found.host_key_alias == "Cluster"


def test_nothing_said_is_the_alias_itself(tmp_path: Path) -> None:
    assert options(tmp_path, "Host other\n Port 1\n") == HostOptions("xen1")
    assert options(tmp_path, "") == HostOptions("xen1")


def test_the_first_word_counts_and_negation_excludes(tmp_path: Path) -> None:
    text = "Host * !xen1\n Port 1\nHost xen1\n Port 2\nHost *\n Port 3\n"
    assert options(tmp_path, text).port == 2
    assert options(tmp_path, text, "xen2").port == 1


def test_included_files_stand_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "config.d").mkdir()
    (tmp_path / "config.d" / "a").write_text("Host xen1\n User from-a\n")
    (tmp_path / "config.d" / "b").write_text("Host xen1\n User from-b\n Port 7\n")
    found = options(tmp_path, "Include config.d/*\nPort 9\nHost xen1\n User late\n")
    assert (found.user, found.port) == ("from-a", 7)
    assert options(tmp_path, "Include config.d/*\nPort 9\n", "other").port == 9


def test_a_file_that_includes_itself_ends(tmp_path: Path) -> None:
    assert options(tmp_path, "Include config\nHost xen1\n Port 5\n").port == 5


def test_match_blocks_run_no_programs(tmp_path: Path) -> None:
    trap = tmp_path / "ran"
    text = f'Match exec "touch {trap}"\n Port 1\nMatch host xen1\n Port 2\nMatch all\n Port 3\n'
    assert options(tmp_path, text).port == 2
    assert options(tmp_path, text, "other").port == 3
    assert not trap.exists()


def test_unknown_match_criteria_and_odd_lines_are_passed_over(tmp_path: Path) -> None:
    text = (
        "Match localnetwork 10.0.0.0/8\n Port 1\nMatch tagged x\n Port 2\nNonsense\nHost *\nPort 3"
    )
    assert options(tmp_path, text).port == 3


def test_a_port_that_is_none_is_an_error_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="config"):
        options(tmp_path, "Port ssh\n")


def test_none_takes_a_jump_back(tmp_path: Path) -> None:
    assert options(tmp_path, "Host xen1\n ProxyJump none\nHost *\n ProxyJump gate\n") == (
        HostOptions("xen1")
    )


def test_the_cluster_file_goes_before_ssh_config_and_the_defaults_behind(tmp_path: Path) -> None:
    text = "Host *\n User joe\n Port 2222\n HostName 10.0.0.1\n"
    plain = routes(tmp_path, text).to_server(server())
    assert (plain.login.user, plain.port, plain.address) == ("joe", 2222, "10.0.0.1")
    said = routes(tmp_path, text, user="ops", port=2200).to_server(server())
    assert (said.login.user, said.port) == ("ops", 2200)
    own = routes(tmp_path, text, user="ops").to_server(server(user="me", port=22))
    assert (own.login.user, own.port) == ("me", 22)
    none = routes(tmp_path, "").to_server(server())
    assert (none.login.user, none.port, none.address) == ("root", 22, "xen1")


def test_keys_and_known_hosts_come_from_both(tmp_path: Path) -> None:
    text = "Host *\n IdentityFile /keys/b\n UserKnownHostsFile /hosts/user\n"
    endpoint = routes(tmp_path, text, identity="/keys/a").to_server(server(port=2221))
    assert endpoint.login.identities == (Path("/keys/a"), Path("/keys/b"))
    assert endpoint.known_hosts[0] == Path("/hosts/user")
    assert endpoint.key_name == "[xen1]:2221"
    assert endpoint.login.account == "root@xen1:2221"
    own = routes(tmp_path, text, known_hosts="/hosts/cluster").to_server(server())
    assert own.known_hosts == (Path("/hosts/cluster"),)
    alias = routes(tmp_path, "HostKeyAlias Cluster\n").to_server(server(port=2221))
    assert alias.key_name == "cluster"


def test_jumps_are_chained_nearest_first(tmp_path: Path) -> None:
    text = "Host gate\n Port 2200\n ProxyJump outer\nHost xen1\n ProxyJump me@gate,ssh://[::1]:77\n"
    last = routes(tmp_path, text).to_server(server()).via
    assert last is not None
    assert (last.address, last.port) == ("::1", 77)
    gate = last.via
    assert gate is not None
    assert (gate.login.user, gate.address, gate.port) == ("me", "gate", 2200)
    assert gate.via is not None
    assert gate.via.address == "outer"
    assert gate.via.via is None


def test_the_jump_of_the_cluster_file_goes_before_proxy_jump(tmp_path: Path) -> None:
    gate = server("gate", "10.0.0.9", port=2200)
    inner = server(jump="gate")
    via = routes(tmp_path, "Host *\n ProxyJump other\n", gate, inner).to_server(inner).via
    assert via is not None
    assert (via.host, via.address, via.port) == ("gate", "10.0.0.9", 2200)
    assert via.via is not None
    assert (via.via.host, via.via.via) == ("other", None)


def test_a_jump_host_is_not_behind_the_jump_of_everybody(tmp_path: Path) -> None:
    text = "Host *\n ProxyJump gate\n"
    via = routes(tmp_path, text).to_server(server()).via
    assert via is not None
    assert (via.host, via.via) == ("gate", None)
    via = routes(tmp_path, "Host *\n ProxyJump one,two\n").to_server(server()).via
    assert via is not None
    assert via.host == "two"
    assert via.via is not None
    assert (via.via.host, via.via.via) == ("one", None)


@pytest.mark.parametrize("jump", ["a b", "@", "host:port", ","])
def test_a_jump_that_is_none_is_told(tmp_path: Path, jump: str) -> None:
    with pytest.raises(ConfigError, match="jump host"):
        routes(tmp_path, "").to_server(server(jump=jump))


def test_a_proxy_command_is_told_not_ignored(tmp_path: Path) -> None:
    text = "Host *\n ProxyCommand ssh -W %h:%p gate\n"
    with pytest.raises(ConfigError, match="ProxyCommand"):
        routes(tmp_path, text).to_server(server())
