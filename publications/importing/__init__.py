"""Import of publications from a folder or a list: `manage.py import_publications`.

`sources` reads rows, `checking` says what each would become, `storing` makes it so, one transaction
for each row.
"""
