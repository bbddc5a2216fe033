"""Answers -> passages -> suggestions and themes."""
