"""Facts from the attachments of a draft."""

from patuh.facts.drafts.collector import Collector


def attachment_facts(into: Collector) -> None:
    """The attachments that are there, their numbers, and whether they are signed."""
    for index, attachment in enumerate(into.draft.attachments, 1):
        at = into.first_line(attachment.place)
        term = into.locus("lampiran", index, at)
        into.fact(at, "lampiran", index)
        into.part("nomor_lampiran", term, attachment.number, at)
        if attachment.signature is not None:
            into.fact(at, "lampiran_bertanda", index)
