"""Document an event from reports of it: read → find → join → check → write.

The core of the site, in plain Python: it knows nothing of any site generator.
"""
