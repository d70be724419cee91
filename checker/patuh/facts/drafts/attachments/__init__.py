"""What stands behind the signature: attachments, those to whom copies go, and teams."""
