"""Inner SVG markup of the icons, on a 24 by 24 grid, drawn with a 2-unit stroke and no fill.

Templates put the markup in ``<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">``. An icon
never stands for a word: the words stand beside it.
"""

ICONS: dict[str, str] = {
    "alert": '<path d="M12 3 22 20H2zM12 9.5v5M12 16.5v1.5"/>',
    "arrow": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "arrow-back": '<path d="M20 12H5M11 6l-6 6 6 6"/>',
    "bell": '<path d="M6 17v-6a6 6 0 0 1 12 0v6l2 2H4zM10 22h4"/>',
    "book": ('<path d="M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14"/>'),
    "calendar": '<path d="M4 5h16v16H4zM4 10h16M8 2v4M16 2v4"/>',
    "camera": '<path d="M3 7h4l2-3h6l2 3h4v13H3z"/><circle cx="12" cy="13" r="4"/>',
    "chart": '<path d="M4 3v18h17M9 17v-5M14 17V7M19 17V10"/>',
    "chat": '<path d="M4 4h16v12H11l-5 4v-4H4z"/>',
    "check": '<path d="M4 12.5 9.5 18 20 7"/>',
    "chevron": '<path d="M5 9l7 7 7-7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 6v6l4 2"/>',
    "close": '<path d="M5 5l14 14M19 5 5 19"/>',
    "copy": '<path d="M8 8h12v12H8zM16 8V4H4v12h4"/>',
    "download": '<path d="M12 3v12M6 9.5l6 6 6-6M4 21h16"/>',
    "edit": '<path d="M4 20l1-5L16 4l4 4L9 19z"/>',
    "external": '<path d="M7 17 17 7M9 7h8v8"/>',
    "eye": (
        '<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z"/><circle cx="12" cy="12" r="3"/>'
    ),
    "film": '<path d="M4 4h16v16H4zM8 4v16M16 4v16M4 12h4M16 12h4"/>',
    "flag": '<path d="M5 22V4h13l-3 4.5 3 4.5H5"/>',
    "globe": (
        '<circle cx="12" cy="12" r="9"/>'
        '<path d="M3 12h18M12 3c3.5 3.5 3.5 14.5 0 18M12 3c-3.5 3.5-3.5 14.5 0 18"/>'
    ),
    "hourglass": '<path d="M6 3h12M6 21h12M7 3c0 5 5 6 5 9s-5 4-5 9M17 3c0 5-5 6-5 9s5 4 5 9"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7v1.5"/>',
    "key": '<circle cx="7.5" cy="16.5" r="4.5"/><path d="M11 13 21 3M17 7l3 3M14 10l2 2"/>',
    "link": (
        '<path d="M10 14 14 10M8.5 10.5 5 14a3.5 3.5 0 0 0 5 5l3.5-3.5'
        'M15.5 13.5 19 10a3.5 3.5 0 0 0-5-5l-3.5 3.5"/>'
    ),
    "lock": '<path d="M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3"/>',
    "mail": '<path d="M3 5h18v14H3zM3 6l9 7 9-7"/>',
    "menu": '<path d="M3 6h18M3 12h18M3 18h18"/>',
    "minus": '<path d="M4 12h16"/>',
    "page": '<path d="M5 2h10l4 4v16H5zM14 2v5h5M8.5 12h7M8.5 16h7"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.4 3.6-7 8-7s8 2.6 8 7"/>',
    "phone": (
        '<path d="M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5L16 13l5 2v4'
        'a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z"/>'
    ),
    "photo": '<path d="M3 4h18v16H3zM3 17l6-6 5 5 3-3 4 4"/><circle cx="15.5" cy="8.5" r="1.5"/>',
    "pin": (
        '<path d="M12 21.5s7-6.5 7-11.5a7 7 0 0 0-14 0c0 5 7 11.5 7 11.5z"/>'
        '<circle cx="12" cy="10" r="2.5"/>'
    ),
    "play": '<path d="M7 4l13 8-13 8z" fill="currentColor"/>',
    "plus": '<path d="M12 4v16M4 12h16"/>',
    "print": '<path d="M7 8V3h10v5M7 18H3V8h18v10h-4M7 14h10v7H7z"/>',
    "pushpin": '<path d="M9 3h6l-1 7 4 4H6l4-4zM12 14v8"/>',
    "refresh": '<path d="M20 12a8 8 0 1 1-2.5-5.8L20 8.5M20 3v5.5h-5.5"/>',
    "reply": '<path d="M9 6l-5 5 5 5M4 11h9a7 7 0 0 1 7 7v2"/>',
    "rss": (
        '<path d="M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8"/><circle cx="6" cy="18" r="1.2"/>'
    ),
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 21 21"/>',
    "share": '<path d="M12 15V3M7 7.5 12 2.5l5 5M5 11v10h14V11"/>',
    "sign-out": '<path d="M13 3H4v18h9M9 12h12M16 7l5 5-5 5"/>',
    "star": ('<path d="M12 3l2.8 6 6.2.7-4.6 4.3 1.3 6.3L12 17l-5.7 3.3 1.3-6.3L3 9.7 9.2 9z"/>'),
    "trash": '<path d="M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7"/>',
    "up": '<path d="M12 20V5M5 12l7-7 7 7"/>',
    "upload": '<path d="M12 16V4M6 9.5l6-6 6 6M4 21h16"/>',
}

# Icons that point along the line of reading, and so turn round in right-to-left scripts.
DIRECTIONAL_ICONS = frozenset({"arrow", "arrow-back", "external", "reply", "sign-out"})
