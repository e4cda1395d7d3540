"""Write: the joined dossier as a tree of Markdown pages, and as data."""
