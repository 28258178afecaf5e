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

# Wagtail's editor writes inline scripts and styles and frames its own previews.
ADMIN_POLICY = PUBLIC_POLICY | {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF, *VIDEO_FRAME_HOSTS],
    "frame-ancestors": [SELF],
}
