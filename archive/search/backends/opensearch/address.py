"""SEARCH_URL of a cluster: which hosts, which names, how many shards and copies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from urllib.parse import SplitResult

FORM = "opensearch://host:9200,host:9200/prefix?shards=1&replicas=1"
PREFIX = re.compile(r"[a-z0-9][a-z0-9_-]*")
PORT = "9200"
SECURE = "opensearch+https"
OPTIONS = frozenset({"shards", "replicas", "ca"})


@dataclass(frozen=True, slots=True)
class Address:
    """`ca`: a file of certificates to trust beside those of the system, for `opensearch+https`."""

    hosts: tuple[str, ...]
    prefix: str
    secure: bool = False
    user: str = ""
    password: str = ""
    shards: int = 1
    replicas: int = 1
    ca: str = ""

    @property
    def client_options(self) -> dict[str, Any]:
        scheme = "https" if self.secure else "http"
        options: dict[str, Any] = {"hosts": [f"{scheme}://{host}" for host in self.hosts]}
        if self.user:
            options["http_auth"] = (self.user, self.password)
        if self.ca:
            options["ca_certs"] = self.ca
        return options

    def __str__(self) -> str:
        """Without the password."""
        return f"{', '.join(self.hosts)} (prefix {self.prefix})"


def read_address(url: str) -> Address:
    """Raises ValueError that says what is wrong with the address."""
    parts = urlsplit(url)
    login, _, hosts = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    prefix = parts.path.strip("/")
    if not hosts or not PREFIX.fullmatch(prefix):
        raise ValueError(
            f"SEARCH_URL names no hosts or no prefix of small letters, digits, - and _: use {FORM}"
        )
    options = options_of(parts)
    return Address(
        hosts=tuple(host if ":" in host else f"{host}:{PORT}" for host in hosts.split(",")),
        prefix=prefix,
        secure=parts.scheme == SECURE,
        user=user,
        password=password,
        shards=number("shards", options.get("shards", "1"), least=1),
        replicas=number("replicas", options.get("replicas", "1"), least=0),
        ca=options.get("ca", ""),
    )


def options_of(parts: SplitResult) -> dict[str, str]:
    options = dict(parse_qsl(parts.query))
    unknown = sorted(options.keys() - OPTIONS)
    if unknown:
        raise ValueError(f"SEARCH_URL: unknown option {', '.join(unknown)}; use {FORM}")
    return options


def number(name: str, text: str, *, least: int) -> int:
    if not text.isdecimal() or int(text) < least:
        raise ValueError(f"SEARCH_URL: {name}={text} is no number from {least} on; use {FORM}")
    return int(text)
