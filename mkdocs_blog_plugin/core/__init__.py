"""The blog as plain data.

Nothing in this package imports MkDocs, Jinja or Markdown, reads a clock or touches a disk:
posts come in as text and go out as a plan of pages.
"""
