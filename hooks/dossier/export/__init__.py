"""The joined dossier in the formats that others work with: tables, maps, graphs, citations, feeds.

Each module is one format and gives the text of its files; none reads, prints or knows the time.
``files.py`` puts them together.  A new format is a new module and a line there.
"""
