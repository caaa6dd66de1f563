"""Names of methods and headers."""

METH_ANY = "*"
METHODS = ("CONNECT", "HEAD", "GET", "DELETE", "OPTIONS", "PATCH", "POST", "PUT", "TRACE")
for _name in METHODS:
    globals()[f"METH_{_name}"] = _name
METH_ALL = frozenset(METHODS)
for _name in ("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Allow",
              "Authorization", "Cache-Control", "Connection", "Content-Disposition",
              "Content-Encoding", "Content-Language", "Content-Length", "Content-Range",
              "Content-Type", "Cookie", "Date", "ETag", "Expires", "Host", "If-Match",
              "If-Modified-Since", "If-None-Match", "Last-Modified", "Link", "Location", "Origin",
              "Range", "Referer", "Retry-After", "Server", "Set-Cookie", "Transfer-Encoding",
              "Upgrade", "User-Agent", "Vary", "WWW-Authenticate"):
    globals()[_name.replace("-", "_").upper()] = _name
