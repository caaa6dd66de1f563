"""What a session tells of its requests to functions of the program."""

from collections import namedtuple as _namedtuple
from types import SimpleNamespace as _SimpleNamespace

_PARAMETERS = {
    "request_start": "method url headers", "request_end": "method url headers response",
    "request_exception": "method url headers exception",
    "request_redirect": "method url headers response",
    "request_headers_sent": "method url headers", "request_chunk_sent": "method url chunk",
    "response_chunk_received": "method url chunk", "connection_queued_start": "",
    "connection_queued_end": "", "connection_create_start": "", "connection_create_end": "",
    "connection_reuseconn": "", "dns_cache_hit": "host", "dns_cache_miss": "host",
    "dns_resolvehost_start": "host", "dns_resolvehost_end": "host",
}
_NAMES = {"dns_resolvehost_start": "DnsResolveHostStart", "dns_resolvehost_end": "DnsResolveHostEnd"}
PARAMETERS = {
    event: _namedtuple(f"Trace{_NAMES.get(event) or event.title().replace('_', '')}Params", names)
    for event, names in _PARAMETERS.items()}


class Signal(list):
    """Functions to call, in order."""

    def freeze(self):
        """Nothing: a session reads it when it sends."""


class TraceConfig:
    """The functions that want to know of each event, as `on_request_start` and so on.

    Connecting and looking up hosts take no time here and are not told, nor are pieces of bodies.
    """

    def __init__(self, trace_config_ctx_factory=_SimpleNamespace):
        self._factory = trace_config_ctx_factory
        for event in PARAMETERS:
            setattr(self, f"on_{event}", Signal())

    def trace_config_ctx(self, trace_request_ctx=None):
        return self._factory(trace_request_ctx=trace_request_ctx)

    def freeze(self):
        """Nothing: see `Signal`."""


class Traces:
    """The traces of one request."""

    def __init__(self, session, configs, context):
        self._session = session
        self._traces = [(config, config.trace_config_ctx(trace_request_ctx=context))
                        for config in configs]

    async def send(self, event, *values):
        for config, context in self._traces:
            for function in getattr(config, f"on_{event}"):
                await function(self._session, context, PARAMETERS[event](*values))
