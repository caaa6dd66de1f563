"""Writes expected.txt: the public names of the modules Braid stands in for, as CPython has them.

    python3.12 expected.py > expected.txt

Public is what `__all__` lists; without one, what has no underscore and is the module's own. A line
holds a module and its names, or a class of it and the names of its methods and attributes. Where a
library is no part of CPython (requests, aiohttp), or only a part of a module concerns time and
tasks, the names stand here.
"""

import importlib
import inspect
import operator
import sys
import types

WHOLE = """threading _thread queue concurrent.futures concurrent.futures.thread
concurrent.futures.process multiprocessing multiprocessing.pool multiprocessing.queues
multiprocessing.managers multiprocessing.connection multiprocessing.shared_memory
multiprocessing.sharedctypes multiprocessing.context multiprocessing.synchronize
multiprocessing.process multiprocessing.dummy asyncio sched time contextvars subprocess signal
random urllib.request http.client ctypes""".split()
PARTS = {
    "asyncio.subprocess": "PIPE STDOUT DEVNULL Process create_subprocess_exec"
                          " create_subprocess_shell",
    "datetime": "date date.today date.fromtimestamp datetime datetime.now datetime.today"
                " datetime.utcnow datetime.fromtimestamp datetime.utcfromtimestamp"
                " datetime.astimezone time timedelta timezone tzinfo MINYEAR MAXYEAR UTC",
    "inspect": "isgenerator isgeneratorfunction getgeneratorstate getgeneratorlocals GEN_CREATED"
               " GEN_RUNNING GEN_SUSPENDED GEN_CLOSED iscoroutine iscoroutinefunction isawaitable"
               " markcoroutinefunction getcoroutinestate getcoroutinelocals CORO_CREATED"
               " CORO_RUNNING CORO_SUSPENDED CORO_CLOSED isasyncgen isasyncgenfunction"
               " getasyncgenstate getasyncgenlocals AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED"
               " AGEN_CLOSED",
}
BESIDES = {  # what the documentation describes although `__all__` does not list it
    "threading": "activeCount currentThread",
    "concurrent.futures": "InvalidStateError",
    "multiprocessing.pool": "ApplyResult AsyncResult IMapIterator IMapUnorderedIterator MapResult",
    "multiprocessing.managers": "DictProxy ListProxy Namespace NamespaceProxy RemoteError"
                                " ValueProxy",
    "multiprocessing.connection": "Connection answer_challenge deliver_challenge",
    "multiprocessing.sharedctypes": "Synchronized SynchronizedArray SynchronizedBase"
                                    " SynchronizedString",
    "multiprocessing.synchronize": "Barrier SemLock",
}
LIBRARIES = {  # as their documentation lists them: Requests 2.32, the client of aiohttp 3.12
    "requests": "request get options head post put patch delete Session session Request"
                " PreparedRequest Response codes RequestException ConnectionError HTTPError"
                " URLRequired TooManyRedirects ConnectTimeout ReadTimeout Timeout"
                " JSONDecodeError adapters exceptions",
    "aiohttp": "ClientSession ClientResponse ClientTimeout ClientWSTimeout RequestInfo request"
               " BaseConnector TCPConnector UnixConnector NamedPipeConnector AsyncResolver"
               " DefaultResolver ThreadedResolver BasicAuth CookieJar DummyCookieJar FormData"
               " MultipartWriter MultipartReader ClientWebSocketResponse WSMsgType WSCloseCode"
               " WSMessage StreamReader TraceConfig HttpVersion HttpVersion10 HttpVersion11"
               " Fingerprint hdrs web"
               " ClientError ClientConnectionError ClientConnectionResetError ClientOSError"
               " ClientConnectorError ClientConnectorDNSError ClientSSLError"
               " ClientConnectorSSLError ClientConnectorCertificateError"
               " ClientProxyConnectionError ClientHttpProxyError ConnectionTimeoutError"
               " SocketTimeoutError ServerConnectionError ServerTimeoutError"
               " ServerDisconnectedError ServerFingerprintMismatch ClientResponseError"
               " WSServerHandshakeError ContentTypeError TooManyRedirects ClientPayloadError"
               " InvalidURL InvalidUrlClientError RedirectClientError NonHttpUrlClientError"
               " InvalidUrlRedirectClientError NonHttpUrlRedirectClientError",
}
LIBRARY_CLASSES = {
    "requests.Session": "request get options head post put patch delete send prepare_request mount"
                        " close",
    "requests.Response": "apparent_encoding close content is_redirect iter_content iter_lines json"
                         " ok raise_for_status text",
    "aiohttp.ClientSession": "auth close closed connector cookie_jar delete detach get head headers"
                             " json_serialize options patch post put raise_for_status request"
                             " timeout trace_configs version ws_connect",
    "aiohttp.ClientResponse": "charset close closed connection content_length content_type cookies"
                              " get_encoding headers history host json ok raise_for_status"
                              " raw_headers read real_url release text url wait_for_close",
    "aiohttp.StreamReader": "at_eof exception is_eof iter_any iter_chunked iter_chunks read readany"
                            " readchunk readexactly readline readuntil read_nowait set_exception"
                            " total_bytes",
    "aiohttp.TCPConnector": "clear_dns_cache close closed family force_close limit limit_per_host"
                            " use_dns_cache",
}


def public(module):
    """The names a module shows."""
    listed = getattr(module, "__all__", None) or [
        name for name, value in vars(module).items()
        if not name.startswith("_") and is_own(module, value)]
    return sorted({*listed, *BESIDES.get(module.__name__, "").split()})


def is_own(module, value):
    if isinstance(value, types.ModuleType):
        return False
    home = getattr(value, "__module__", None)
    return not isinstance(home, str) or home == module.__name__ or home.startswith("_")



def members(kind):
    """The methods and attributes of a class that no class of the language has."""
    plain = {name for base in (object, Exception, int, tuple) for name in dir(base)}
    return sorted(name for name in dir(kind)
                  if not name.startswith(("_", "n_")) and name not in plain)


def main():
    for name in WHOLE:
        importlib.import_module(name)
    for name in WHOLE + list(PARTS):
        module = importlib.import_module(name)
        names = PARTS[name].split() if name in PARTS else public(module)
        print(f"{name}:", *names)
        for each in names:
            kind = operator.attrgetter(each)(module)
            if inspect.isclass(kind) and members(kind):
                print(f"{name}.{each}:", *members(kind))
    for name, names in {**LIBRARIES, **LIBRARY_CLASSES}.items():
        print(f"{name}:", *names.split())


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 12) and sys.platform == "linux"
    main()
