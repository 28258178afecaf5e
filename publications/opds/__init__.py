"""The catalogue for reading apps: OPDS 1.2 (Atom) and OPDS 2.0 (JSON).

`catalogue` asks the database what may be offered, `feeds` describes a feed without regard to its
format, `atom` and `readium` write it, `routes` gives the feeds their addresses below the front
page of the publications.
"""
