"""The figures of pages as tables."""

from typing import Any

from bench.ratios import table


def tables(report: dict[str, Any]) -> str:
    """Return what was measured of pages, size by size, and what it was measured for."""
    parts = []
    for size in report["sizes"]:
        parts.append(f"\n{size['pages']:,} pages\n\n")
        heads = ["", "queries", "bytes", "p50, ms", "p99, ms", "CPU, kept", "CPU, made anew"]
        rows = [
            [
                *(figure["name"], figure["queries"], figure["bytes"]),
                *(figure["p50"], figure["p99"], figure["kept"], figure["anew"]),
            ]
            for figure in size["figures"]
        ]
        parts.append(table(heads, rows))
    heads = ["goal", "measured", "limit", "met"]
    rows = [[goal["name"], goal["value"], goal["limit"], goal["met"]] for goal in report["goals"]]
    return "".join(parts) + "\n" + table(heads, rows)
