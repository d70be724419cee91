"""What the page has done in its process: each module calls the library and gives a reply."""
