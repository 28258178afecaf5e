"""What strangers and broken programs send to a portal, kind by kind."""

PAGE_NUMBERS = ("0", "-1", "abc", "1e9", "99999999999999999999", "1.5", "", "٣", "NaN", "%2B1")
FIELDS = ("page", "q", "topic", "year", "type", "status", "month", "lang", "sort", "kind", "tier")
VALUES = ("-1", "99999999999999999999", "'", "<script>", "%F0%9F%9A%B2", "2024-13-99", "None")
SEARCHES = (
    *('"', '""', '"a', "*", "a*", "NEAR(", "NEAR(a b, 5)", "AND OR NOT", "NOT", "-", "- -a"),
    *(
        "col:",
        "title:a",
        "{a b}:c",
        "^a",
        "(",
        ")",
        "(((",
        "a:*B",
        "a & | ! b",
        "<->",
        "\\",
        "%",
        "_",
    ),
    *("'; DROP TABLE wagtailcore_page; --", "a\tb\nc", "\u202e", "\ufdfa" * 60, "e\u0301" * 90),
)
ENCODED_SEARCHES = ("%00", "a%00b", "%FF", "a%C3%28b", "%ED%A0%80", "%25%25", "%", "%zz")
LONG = "a" * 100_000
LONG_QUERIES = (f"q={LONG}", f"page={'9' * 100_000}", f"{LONG}=1", "&".join(["a=1"] * 25_000))
PATH_ENDS = (
    "%00",
    "%00/",
    "a%00b/",
    "%FF%FE/",
    "%C3%28/",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e/",
    "//",
)
UNKNOWN_LANGUAGES = (
    "/xx/",
    "/xx/search/",
    "/en/xx/",
    "/en-gb/",
    "/sq-al/search/",
    "/EN/",
    "/e%00/",
)
ACCEPTED_LANGUAGES = (
    *(
        "xx",
        "xx;q=abc",
        "en;q=1e9",
        "*",
        ";;;,,,",
        "en;q=-1",
        "a-" * 2000,
        "é",
        "\x01",
        "en," * 9000,
    ),
    *("../../etc/passwd", "zh-hant-x-private-" + "a" * 500),
)
FOREIGN_HOSTS = (
    *("evil.example", "testserver.evil.example", "testserver@evil.example", "testserver:x"),
    *("[::1", "a b", "testserver/../", "-", "\x00", "é.example", "a" * 5000),
)
COOKIES = (
    *("sid=", "sid=%00", "sid=" + "x" * 5000, "sid=../../../../etc/passwd", "=;=;=", ";;;", "sid"),
    *('sid="', "csrftoken=<script>", "messages=garbage", "member=1", "django_language=xx\x7f"),
    *("messages=" + "[" * 3000, "é=é", "sid=\x01"),
)
BODIES = (
    ("application/xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
    ("application/json", b'{"q": '),
    ("text/plain", b"q=1"),
    ("", b"q=1"),
    ("nonsense", b"\x00\xff"),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=", b"--\r\n"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n"),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--x--\r\n",
    ),
    ("multipart/form-data; boundary=" + "é", b"--x--"),
    ("application/x-www-form-urlencoded; charset=no-such", b"a=1"),
    ("application/x-www-form-urlencoded; charset=utf-16", b"a=1"),
    ("application/x-www-form-urlencoded", b"login=%FF&email=%00&password=%00&q=\xff\xfe"),
    ("application/x-www-form-urlencoded", b"a=" + b"a" * 3_000_000),
    ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * 11_000)),
)
