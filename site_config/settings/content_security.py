"""Content security policies (CSP level 3): a strict one for the public, one for the admin."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

# Players that an editor may place; their frames load only after a reader's click.
VIDEO_FRAME_HOSTS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]

PUBLIC_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "media-src": [SELF],
    "manifest-src": [SELF],
    "frame-src": VIDEO_FRAME_HOSTS,
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

# The admin frames its own previews, and its editors write style elements as they go, of which no
# hash can be known. Its scripts are files alone: site_config.admin_scripts says how they start.
ADMIN_POLICY = PUBLIC_POLICY | {
    "default-src": [SELF],
    "style-src": [SELF, UNSAFE_INLINE],
    "object-src": [NONE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF, *VIDEO_FRAME_HOSTS],
    "frame-ancestors": [SELF],
}
