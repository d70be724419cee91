"""What the usual run leaves to `pytest -m thorough`, which `.ci/run` starts after it.

These tests take most of the processor time and say again, of more cases, what the usual run has
said of some. Here stands how many of the drawn cases of a test stay, and why a test goes as a
whole; cases told apart by what they hold are marked where they stand. What is too long for
`.ci/run` too is marked `slow`.
"""

import os
from collections import Counter
from collections.abc import Iterable

import pytest

KEPT = {
    "chart/test_layout.py::test_a_label_is_whole_and_within_its_box_beside_its_marks": 3,
    "checker/test_absence.py::test_every_absence_with_rules_names_the_condition_that_failed": 4,
    "checker/test_cli_check.py::test_the_same_bytes_in_fresh_processes_under_any_hash_seed": 2,
    "checker/test_exits.py::test_an_interruption_is_130_and_leaves_nothing": 2,
    "checker/test_exits.py::test_an_output_that_is_full_is_2_and_one_line": 3,
    "checker/test_exits.py::test_an_output_that_was_closed_is_2_and_one_line": 3,
    "checker/test_exits.py::test_no_signal_leaves_a_child_that_holds_the_output": 3,
    "checker/test_folders.py::test_what_a_file_holds_is_told_by_its_content": 3,
    "checker/test_guide.py::test_the_commands_of_a_guide": 2,
    "checker/test_hostile_inputs.py::test_what_cannot_be_read_is_an_error": 2,
    "checker/test_json.py::test_a_case_of_every_check_validates": 3,
    "checker/test_json.py::test_the_corpus_validates": 2,
    "checker/test_language_pages.py::test_an_example_gives_what_it_says": 2,
    "checker/test_least.py::test_no_cheaper_set_helps": 3,
    "checker/test_proofs.py::test_every_literal_of_every_rule_appears": 6,
    "checker/test_python_page.py::test_the_examples_run_and_print_what_the_page_says": 2,
    "checker/test_repairs.py::test_a_verified_repair_is_found": 3,
    "checker/test_repairs.py::test_comments_and_other_lines_stay": 4,
    "checker/test_repairs.py::test_the_first_repair_is_what_an_official_would_write": 2,
    "checker/test_shown.py::test_a_diff_of_any_name_applies": 3,
    "checker/test_shown.py::test_names_of_files_in_every_report": 3,
    "checker/test_shown.py::test_names_of_files_in_what_other_commands_say": 3,
    "checker/test_unread.py::test_it_ends_in_silence": 3,
    "checker/test_whole_check.py::test_the_findings_are_those_that_the_case_states": 4,
    "denials/test_denials.py::test_a_norm_that_is_denied_is_found_at_its_level": 3,
    "denials/test_denials.py::test_other_words_of_denial_are_found_alike": 4,
    "denials/test_denials.py::test_what_a_norm_says_has_no_finding": 3,
    "drafting/test_command.py::test_every_format_renders": 2,
    "drafting/test_corpus.py::test_exactly_the_reviewed_findings": 2,
    "kb/test_advice.py::test_advice_in_english_says_the_same_sentences": 3,
    "kb/test_advice.py::test_advice_is_read_and_settles_what_it_speaks_of": 3,
    "kb/test_readings.py::test_another_reading_gives_other_findings": 8,
    "kb/test_wording.py::test_every_predicate_has_its_words_and_no_words_are_idle": 2,
    "oracle/test_differential.py::test_product_and_oracle_agree": 2,
    "parser/sotk/test_no_word_is_lost.py::test_a_word_more_is_said_or_refused": 4,
    "parser/test_law_sentences.py::test_sentence": 3,
    "revision/test_choices.py::test_the_first_of_the_smallest_is_found": 3,
    "substance/test_cases.py::test_case": 6,
    "substance/test_structure.py::test_case": 5,
    "testing/test_overlay_told.py::test_a_check_that_can_find_nothing_any_more_is_gone": 3,
    "testing/test_overlay_told.py::test_every_report_names_it": 3,
}
"""Of the drawn cases of a test, one in so many stays in the usual run."""

WHOLE = {
    "Searches of the whole knowledge base, or of a copy of it with a defect": """
        audit/test_conflicts.py::test_norms_that_cannot_be_obeyed_together
        audit/test_messages.py::test_a_missing_and_an_idle_sentence_are_reported
        checker/test_knowledge_base.py::test_grounding_decides_every_atom_and_plain_clingo_agrees
        checker/test_why_not.py::test_after_the_repair_every_case_has_a_condition_that_fails
        kb/test_beside.py
        kb/test_types.py::test_each_agency_has_its_types_and_no_others
        audit/test_own_knowledge_base.py
        audit/test_between_levels.py
        audit/test_command.py::test_an_overlay_is_audited_with_what_it_lies_over
        audit/test_command.py::test_defects_are_told_in_english_as_json
        audit/test_command.py::test_defects_are_told_in_indonesian_and_only_generated_witnesses_go
        audit/test_independence.py
        audit/test_models.py
        audit/test_needs.py::test_a_sixth_of_the_stored_proposals_tell_their_norms
        audit/test_witnesses.py
        checker/test_absence.py::test_the_finding_is_the_same_with_and_without_reasons
        checker/test_statements.py
        kb/test_numbers.py::test_a_norm_of_a_case_holds_from_its_day_on
        kb/test_pasal_18_mutations.py
        kb/test_readings.py::test_what_another_reading_or_one_law_alone_finds_is_told_as_it_was_read
        overlay/test_third_regulation.py::test_advice_is_read_under_this_regulation_too
    """,
    "Tools of who changes the law or the tests": """
        testing/test_overlay_heads.py
        testing/test_mutation.py
        testing/test_strategies.py::test_thousands_of_units_take_few_draws
        testing/test_strategies_faults.py
        testing/test_strategies_shown.py::test_a_failing_property_prints_what_can_be_pasted
        benchmarks/test_benchmarks.py
    """,
    "Random inputs by the hundred": """
        checker/test_properties.py::test_lists_and_single_sentences
        checker/test_properties.py::test_order_of_sentences
        export/test_akn.py::test_any_text_gives_a_valid_document
        fuzz/test_stored.py::test_made_seeds
        parser/sotk/test_robust.py::test_long_lines_take_linear_time
        checker/test_least.py::test_repairs_of_random_structures_verify
        checker/test_properties.py::test_blank_lines_comments_and_spaces
        checker/test_properties.py::test_canonical_form
        checker/test_properties.py::test_saying_it_twice
        checker/test_repairs_of_changes.py::test_repairs_of_random_changes_verify
        comparison/test_matrix.py::test_deleted_and_inserted_articles_are_found_exactly
        comparison/test_matrix.py::test_one_article_moved_is_found_exactly
        comparison/test_matrix.py::test_pieces_hold_both_texts
        drafting/test_marks.py::test_no_mark_is_seen_without_a_word_that_it_needs
        fuzz/test_mutated.py::test_mutated_files_hold_the_properties
        fuzz/test_no_code.py::test_any_text_is_a_string
        fuzz/test_stored.py::test_every_form_of_sentence_has_a_seed
        oracle/test_differential.py::test_every_check_fires_and_is_silent
        oracle/test_differential.py::test_side_by_side_finds_what_each_finds_by_itself
        oracle/test_agencies.py
        oracle/test_every_sort.py::test_every_sort_is_found_alike
        parser/legal/test_layout.py::test_a_printed_tree_reads_back_to_the_same_tree
    """,
    "Large inputs, or many processes": """
        chart/test_command.py::test_a_pdf_is_one_sheet_of_a3_of_the_day_with_all_names_as_text
        chart/test_layout.py::test_no_box_or_text_lies_upon_another
        checker/test_choices.py::test_a_choice_is_offered_and_never_written
        checker/test_repairs_of_changes.py::test_a_proposal_is_repaired_as_a_whole_and_its_base_stays
        checker/test_shown.py::test_marks_and_sequences_in_a_paper
        drafting/test_corpus.py::test_every_finding_cites_a_rule_and_stands_on_a_line
        drafting/test_kinds.py::test_each_defect_is_found_in_each_kind_and_nothing_else
        markup/test_tracked.py::test_a_regulation_in_force
        batch/test_batch.py::test_one_worker_and_several_write_the_same_bytes
        checker/test_hostile_inputs.py::test_a_thousand_errors_and_more_are_bounded
        checker/test_library.py::test_an_overlay_is_used_as_long_as_its_report_lives_and_removed_after
        checker/test_library.py::test_threads_check_at_once_each_under_its_own_knowledge_base
        chart/test_papers.py::test_a_draft_has_a_study_without_a_chart
        comparison/test_matrix.py::test_large_texts_take_seconds
        revision/test_compared.py
        revision/test_copies.py::test_the_copy_finds_what_the_new_side_finds
        revision/test_diff_command.py::test_documents_say_what_the_text_says_and_are_the_same_each_time
        revision/test_diff_command.py::test_a_draft_against_an_older_one
        revision/test_diff_command.py::test_two_knowledge_bases_as_text
        revision/test_impact.py
        revision/test_library.py
        revision/test_smallest.py
        checker/test_formats.py::test_a_sarif_fix_gives_the_repaired_text
        checker/test_table_of_forms.py::test_every_fact_of_a_row_is_said_by_a_sentence_and_again_by_the_printed_one
        substance/test_cases.py::test_a_finding_of_each_case_is_told_as_it_was_read
        web/browser/test_seen.py::test_every_control_is_reached_with_the_keyboard
        web/browser/test_seen.py::test_paper_has_chart_and_findings_whole
        web/browser/test_seen.py::test_nothing_is_cut_off_in_a_narrow_window
        web/browser/test_ways.py::test_a_change_is_begun_upon_what_is_open
        web/browser/test_ways.py::test_a_draft_in_word_has_its_findings_at_the_paragraph
        web/browser/test_ways.py::test_a_draft_is_shown_with_what_it_allows_and_forbids
        web/browser/test_ways.py::test_a_proposal_is_begun_in_the_words_of_a_regency
        web/browser/test_ways.py::test_drafts_of_old_word_processors_are_opened
        web/browser/test_ways.py::test_names_and_sentences_are_completed
        web/browser/test_ways.py::test_the_chart_is_walked_with_the_keyboard
        web/browser/test_ways.py::test_two_versions_stand_side_by_side
        web/test_revisions.py
    """,
}
"""Tests and files that go as a whole, by why."""

_WHOLE = {name for names in WHOLE.values() for name in names.split()}


def mark(items: Iterable[pytest.Item]) -> None:
    """Marks what the usual run leaves out; of drawn cases the first stays, and each n-th after."""
    met: Counter[str] = Counter()
    for item in items:
        if item.get_closest_marker("slow") or item.get_closest_marker("benchmark"):
            continue
        file = os.path.relpath(item.path, item.config.rootpath / "tests")  # corpus/ can be run too
        name = f"{file}::{getattr(item, 'originalname', item.name)}"
        if name in KEPT:
            if met[name] % KEPT[name]:
                item.add_marker("thorough")
            met[name] += 1
        elif name in _WHOLE or file in _WHOLE:
            item.add_marker("thorough")


def known() -> set[str]:
    """The tests and files named here."""
    return {*KEPT, *_WHOLE}
