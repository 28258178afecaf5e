"""The words and files of the demo city: pictures, videos, publications, partners, members.

Plain data, without Django: the chapters of the demo turn it into pages. Texts come in English and
Albanian (`Words`); files lie beside the modules that name them.
"""
