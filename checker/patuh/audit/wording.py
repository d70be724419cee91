"""The audit in words, Indonesian and English."""

from patuh.audit.report import Defect, Note, Part
from patuh.messages import Lang

Texts = dict[str, dict[Lang, str]]

PARTS: Texts = {
    "ledger": {
        "id": "Setiap ketentuan daun dipertanggungjawabkan: {n} ketentuan",
        "en": "Every leaf provision is accounted for: {n} provisions",
    },
    "witnesses": {
        "id": "Setiap pemeriksaan dapat menemukan dan dapat diam: {n} pasangan dengan peraturannya",
        "en": "Every check can fire and can be satisfied: {n} pairs of check and regulation",
    },
    "independence": {
        "id": "Tidak ada pemeriksaan yang selalu disertai pemeriksaan lain: {n} pasangan",
        "en": "No check always comes with another: {n} pairs",
    },
    "conflicts": {
        "id": "Tidak ada norma yang menuntut hal yang bertentangan: {n} tuntutan",
        "en": "No norms demand incompatible things: {n} demands",
    },
    "vocabulary": {
        "id": "Setiap predikat ditetapkan dan dipakai, setiap kata dikenal: {n} predikat",
        "en": "Every predicate is defined and used, every word is known: {n} predicates",
    },
    "models": {
        "id": "Setiap usulan dalam korpus mempunyai tepat satu himpunan jawaban: {n} usulan",
        "en": "Every proposal of the corpus has exactly one answer set: {n} proposals",
    },
    "messages": {
        "id": "Setiap kasus mempunyai kalimat dalam kedua bahasa: {n} kasus",
        "en": "Every case has its words in both languages: {n} cases",
    },
}

DEFECTS: Texts = {
    "no_text": {
        "id": "{regulation}: teksnya tidak ada dalam corpus/regulations ({file})",
        "en": "{regulation}: its text is not in corpus/regulations ({file})",
    },
    "leaf_missing": {
        "id": "{regulation} {provision}: ketentuan ini tidak ada dalam basis pengetahuan",
        "en": "{regulation} {provision}: the provision is missing from the knowledge base",
    },
    "leaf_double": {
        "id": "{regulation} {provision}: ketentuan ini dimuat {count} kali",
        "en": "{regulation} {provision}: the provision stands there {count} times",
    },
    "leaf_invented": {
        "id": "{regulation} {provision}: peraturannya tidak memuat ketentuan ini",
        "en": "{regulation} {provision}: the regulation has no such provision",
    },
    "leaf_misquoted": {
        "id": "{regulation} {provision}: kutipannya berbeda dari peraturan",
        "en": "{regulation} {provision}: the quotation differs from the regulation",
    },
    "leaf_untreated": {
        "id": "{regulation} {provision}: tanpa norma dan tanpa ketentuan_tak_diuji",
        "en": "{regulation} {provision}: neither a norm nor ketentuan_tak_diuji",
    },
    "leaf_treated_twice": {
        "id": "{regulation} {provision}: bernorma, tetapi juga ketentuan_tak_diuji",
        "en": "{regulation} {provision}: a norm, and ketentuan_tak_diuji besides",
    },
    "norm_double": {
        "id": "{regulation}: norma ini dinyatakan lebih dari sekali: {norm}",
        "en": "{regulation}: this norm is stated more than once: {norm}",
    },
    "never_fires": {
        "id": "{check} di bawah {regulation}: tidak ada usulan yang menghasilkan temuan, "
        "sejauh bahasa audit/sentences.toml",
        "en": "{check} under {regulation}: no proposal makes it fire, within the language of "
        "audit/sentences.toml",
    },
    "never_silent": {
        "id": "{check} di bawah {regulation}: tidak ada usulan dalam lingkupnya yang memenuhinya, "
        "sejauh bahasa audit/sentences.toml",
        "en": "{check} under {regulation}: no proposal within its scope satisfies it, within the "
        "language of audit/sentences.toml",
    },
    "switched_off": {
        "id": "{check}: tidak ada peraturan yang mempunyai normanya",
        "en": "{check}: no regulation has its norms",
    },
    "unread": {
        "id": "kalimat ini tidak terbaca sebagai usulan di bawah {regulation}: {sentence}",
        "en": "under {regulation} this sentence cannot be read in a proposal: {sentence}",
    },
    "implied": {
        "id": "{check} di bawah {regulation}: tidak pernah tanpa {other} pada pokok yang sama",
        "en": "{check} under {regulation}: never without {other} on the same subject",
    },
    "implied_idle": {
        "id": "{check} dinyatakan selalu disertai {other}, padahal tidak",
        "en": "{check} is declared to bring {other}, which it need not",
    },
    "conflict": {
        "id": "{regulation}, {unit} ({kind}): {provision} menuntut {demand}, "
        "{other} menuntut {counter}",
        "en": "{regulation}, {unit} ({kind}): {provision} demands {demand}, "
        "{other} demands {counter}",
    },
    "undefined": {
        "id": "{predicate} dipakai, tetapi tidak ditetapkan di mana pun",
        "en": "{predicate} is used, but defined nowhere",
    },
    "unused": {
        "id": "{predicate} tidak dipakai aturan mana pun",
        "en": "{predicate} is used by no rule",
    },
    "unused_idle": {
        "id": "{predicate} dinyatakan tidak dipakai, padahal dipakai atau tidak ada",
        "en": "{predicate} is declared unused, but is used or does not exist",
    },
    "dead_constant": {
        "id": "{predicate} tidak pernah memuat `{word}` di tempat itu; aturannya mati",
        "en": "{predicate} never holds `{word}` at that place; the rule is dead",
    },
    "unknown_word": {
        "id": "`{word}` pada {predicate} tidak dikenal di tempat lain",
        "en": "`{word}` in {predicate} is known nowhere else",
    },
    "misspelt_name": {"id": "nama “{word}” tidak dikenal", "en": "the name “{word}” is not known"},
    "proposal_unread": {
        "id": "{proposal}: tidak terbaca dengan nama dan bahasa basis pengetahuan ini",
        "en": "{proposal}: cannot be read with the names of this knowledge base",
    },
    "no_answer_set": {
        "id": "{proposal}: tidak ada himpunan jawaban",
        "en": "{proposal}: there is no answer set",
    },
    "answer_sets": {
        "id": "{proposal}: lebih dari satu himpunan jawaban; berbeda pada {atoms}",
        "en": "{proposal}: more than one answer set; they differ in {atoms}",
    },
    "no_message": {
        "id": "{check} ({case}): tidak ada kalimat [{lang}]",
        "en": "{check} ({case}): there is no sentence [{lang}]",
    },
    "no_term": {
        "id": "{check} ({case}): aturannya tidak memberi {{{term}}} [{lang}]",
        "en": "{check} ({case}): a rule does not give {{{term}}} [{lang}]",
    },
    "unknown_key": {
        "id": "kunci `{key}` pada pesan bahasa `{lang}` tidak dikenal, sehingga tidak terbaca",
        "en": "the key `{key}` among the messages in `{lang}` is unknown, and so is not read",
    },
    "idle_message": {
        "id": "{check} ({case}): ada kalimat, tetapi tidak ada aturan [{lang}]",
        "en": "{check} ({case}): there is a sentence, but no rule [{lang}]",
    },
    "no_clause": {
        "id": "{predicate}: tidak ada kata-kata dalam predikat.toml [{lang}]",
        "en": "{predicate}: there are no words in predikat.toml [{lang}]",
    },
    "idle_clause": {
        "id": "{predicate}: ada kata-kata, tetapi tidak ada predikatnya [{lang}]",
        "en": "{predicate}: there are words, but no such predicate [{lang}]",
    },
    "no_argument": {
        "id": "{predicate}: tidak mempunyai argumen {{{term}}} [{lang}]",
        "en": "{predicate}: it has no argument {{{term}}} [{lang}]",
    },
    "no_reading": {
        "id": "tafsir {word}: tidak ada kata-kata dalam tafsir.toml [{lang}]",
        "en": "reading {word}: there are no words in tafsir.toml [{lang}]",
    },
    "no_declared_reason": {
        "id": "{subject} dinyatakan disengaja tanpa alasan [{lang}]",
        "en": "{subject} is declared to be meant without a reason [{lang}]",
    },
    "no_reason": {
        "id": "alasan {word}: tidak ada kata-kata dalam alasan.toml [{lang}]",
        "en": "reason {word}: there are no words in alasan.toml [{lang}]",
    },
}

NOTES: Texts = {
    "renewed": {
        "id": "{count} contoh tersimpan tidak ada atau tidak berlaku lagi; dicari ulang: {names}",
        "en": "{count} stored witnesses are missing or stale; sought anew: {names}",
    },
    "drafting": {
        "id": "tidak dinilai di sini: {count} pemeriksaan naskah, yang membaca teks, bukan usulan",
        "en": "not assessed here: {count} checks of drafts, which read texts, not proposals",
    },
    "implied_declared": {
        "id": "{check} di bawah {regulation} tidak pernah tanpa {other}, dan itu disengaja",
        "en": "{check} under {regulation} is never without {other}, and that is meant",
    },
    "unused_declared": {
        "id": "{predicate} tidak dipakai aturan, dan itu disengaja",
        "en": "{predicate} is used by no rule, and that is meant",
    },
    "no_region": {
        "id": "tidak dinilai: {proposal}, sebab belum ada peraturan untuk {region}",
        "en": "not assessed: {proposal}, for there is no regulation for {region}",
    },
    "no_proposals": {
        "id": "tidak dinilai: folder corpus/proposals tidak ada",
        "en": "not assessed: there is no folder corpus/proposals",
    },
}

_NEAR: dict[Lang, str] = {"id": "; maksud Anda {}?", "en": "; did you mean {}?"}
_END: dict[Lang, tuple[str, str, str]] = {
    "id": ("Tidak ada kekurangan.", "1 kekurangan.", "{} kekurangan."),
    "en": ("No defects.", "1 defect.", "{} defects."),
}
_SOUND: dict[Lang, str] = {"id": "sesuai", "en": "in order"}
_TITLE: dict[Lang, str] = {
    "id": "Audit basis pengetahuan {}",
    "en": "Audit of the knowledge base {}",
}


def title(path: str, lang: Lang) -> str:
    """The heading of the report."""
    return _TITLE[lang].format(path)


def part_title(part: Part, lang: Lang) -> str:
    """What a part of the audit establishes, and over how many things."""
    return PARTS[part.name][lang].format(n=part.looked_at)


def in_order(lang: Lang) -> str:
    """What is said of a part without defects."""
    return _SOUND[lang]


def defect_text(defect: Defect, lang: Lang) -> str:
    """What is wrong, without final stop."""
    text = DEFECTS[defect.kind][lang].format_map(defect.values)
    near = defect.values.get("near")
    return text + _NEAR[lang].format(f"`{near}`") if near else text


def note_text(note: Note, lang: Lang) -> str:
    """A note, with the reason of the declaration it rests on."""
    text = NOTES[note.kind][lang].format_map(note.values)
    reason = note.reason.get(lang)
    return f"{text}: {reason}" if reason else text


def closing(count: int, lang: Lang) -> str:
    """How many defects there are."""
    none, one, many = _END[lang]
    return none if count == 0 else one if count == 1 else many.format(count)
