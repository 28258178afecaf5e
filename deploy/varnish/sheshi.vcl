vcl 4.1;

# Varnish between nginx (TLS, static and uploaded files) and several web hosts; Varnish 7.1 of
# Debian 12. It is told what has changed in the same words as deploy/purger: see docs/operations.md.

import directors;
import std;

# One backend for each web host. One that can't serve, as without its database, is left alone. What
# all hosts share, such as Redis and the worker, is not asked for: without it they would all go.
probe health {
    .url = "/readyz?for=visitors";
    .interval = 2s;
    # A node that is busy, and slow for that, is no better replaced by another.
    .timeout = 3s;
    .window = 3;
    .threshold = 2;
}

backend web1 { .host = "127.0.0.1"; .port = "8001"; .connect_timeout = 1s; .first_byte_timeout = 60s; .probe = health; }
backend web2 { .host = "127.0.0.1"; .port = "8002"; .connect_timeout = 1s; .first_byte_timeout = 60s; .probe = health; }

# Who may say what has changed: the web hosts and their workers.
acl portal {
    "127.0.0.1";
    "::1";
}

# Who may hand readers' requests on: nginx, on this host. It says who asks, and is believed.
acl front {
    "127.0.0.1";
    "::1";
}

sub vcl_init {
    new web = directors.round_robin();
    web.add_backend(web1);
    web.add_backend(web2);
}

sub vcl_recv {
    set req.backend_hint = web.backend();
    # Older than this a copy is shown only while no web host is well (its grace, below).
    if (std.healthy(req.backend_hint)) {
        set req.grace = 60s;
    }

    if (req.method == "PURGE") {
        # What nginx hands on comes from readers, although by an address of our own.
        if (client.ip !~ portal || req.http.X-Forwarded-Proto) {
            return (synth(403, "Not for you"));
        }
        # Bans look at what the answer was kept with, so that they are tested in the background too.
        if (req.http.X-Purge == "*") {
            ban("obj.http.X-Host != nowhere");
        } elsif (req.http.X-Purge ~ "^[a-z0-9 -]+$") {
            ban("obj.http.X-Shows ~ (^|\s)(" + regsuball(req.http.X-Purge, " +", "|") + ")(\s|$)");
        } elsif (!req.http.X-Purge) {
            ban("obj.http.X-Host == " + req.http.Host + " && obj.http.X-Path == " + regsub(req.url, "\?.*$", ""));
        } else {
            return (synth(400, "No such words"));
        }
        return (synth(200, "Forgotten"));
    }

    if (client.ip !~ front) {
        return (synth(403, "Not for you"));
    }
    # nginx has written who asks; Varnish adds nginx itself, which would pass for the reader.
    set req.http.X-Forwarded-For = regsub(req.http.X-Forwarded-For, ",[^,]*$", "");

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Only who is signed in goes past the cache; other cookies neither split nor bypass it.
    if (req.http.Cookie ~ "(^|;\s*)__Host-sid=" || req.http.Authorization) {
        return (pass);
    }
    # Forms and what belongs to one person, as nginx has it under $personal.
    if (req.url ~ "^/[a-z][a-z]/(?:account|contribute|partner-desk|take-down|community/(?:me|by-mail|unsubscribe|on/[^/]+/[0-9]+/(?:write|mine|follow)|comments/(?:puzzle|check-mailbox|confirm)))/") {
        return (pass);
    }
    if (req.url ~ "^/(admin|visits|healthz|readyz|metrics)(/|$)") {
        return (pass);
    }
    return (hash);
}

# By default, Varnish never looks up what came with a cookie: ours are of no concern here.
sub vcl_hash {
    hash_data(req.url);
    hash_data(req.http.Host);
    if (req.url == "/") {
        hash_data(req.http.Accept-Language);
    }
    return (lookup);
}

sub vcl_backend_response {
    set beresp.http.X-Host = bereq.http.Host;
    set beresp.http.X-Path = regsub(bereq.url, "\?.*$", "");
    set beresp.do_esi = false;

    # The way to the front page in the reader's language.
    if (bereq.url == "/" && beresp.status == 302) {
        set beresp.ttl = 10m;
        unset beresp.http.Vary;
    }
    # A portal that fails while an old copy is renewed does not take its place.
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    if (beresp.http.Cache-Control ~ "(private|no-store|no-cache)" || beresp.http.Set-Cookie
        || beresp.http.Vary ~ "(?i)cookie") {
        # Remembered for a while, lest readers wait in a line for what none of them may share.
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
        return (deliver);
    }
    # Old copies: renewed behind the readers' backs (stale-while-revalidate), and kept for as long
    # as they may have to stand in for a portal that is away (stale-if-error).
    if (beresp.http.Cache-Control ~ "stale-if-error=\d+") {
        set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, ".*stale-if-error=(\d+).*", "\1s"), 60s);
    }
    return (deliver);
}

sub vcl_backend_error {
    set beresp.status = 503;
    set beresp.http.Retry-After = "10";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    # nginx shows its own page for this (error_page).
    set beresp.body = {"<!doctype html><title>503</title>"};
    return (deliver);
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } elsif (obj.uncacheable) {
        set resp.http.X-Cache = "BYPASS";
    } else {
        set resp.http.X-Cache = "MISS";
    }
    unset resp.http.X-Shows;
    unset resp.http.X-Host;
    unset resp.http.X-Path;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}
