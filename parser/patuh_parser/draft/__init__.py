"""Reader of drafts: a ``.docx``, ``.pdf``, ``.txt`` or ``.md`` file as a frozen tree."""
