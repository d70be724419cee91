"""patuh: formal compliance checks for Indonesian regional-government structures and regulations."""

__version__ = "0.1.0"
