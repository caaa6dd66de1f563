"""Stand-in for `asyncio.sslproto`: connections of the simulated network are not encrypted."""


class SSLProtocol:
    """Never made."""


def _create_transport_context(_server_side, _server_hostname):
    raise ValueError("TLS cannot be modelled: the simulated network has no certificates")
