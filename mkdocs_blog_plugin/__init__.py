"""Weblog for MkDocs: a complete blog inside an existing documentation site."""
