"""Reader of legal text: a ``.docx``, ``.pdf``, ``.txt`` or ``.md`` file as a frozen tree.

``reader.read_draft`` reads drafts and regulations, ``errors.DraftError`` says why a file gives
no text, ``defects.describe`` puts a defect of form into words, ``model`` has the tree, ``ids``
the ids of its provisions. The rooms are the passes, in this order: ``files`` (lines of text),
``lines`` (their forms), ``tree`` (the body), ``parts`` (what stands around it).
"""
