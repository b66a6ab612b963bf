"""The benchmarks. Each module has ID, TITLE and ABOUT, and the functions

measure(context, race): sets up, and hands each Race to race();
judge(results): the parts of its target as Judgements;
plots(results): growth as Plots."""

from rows import (
    b01_launch,
    b02_questions,
    b03_runtime_tree,
    b04_nodes,
    b05_matrix,
    b06_commands,
    b07_in_a_test,
    b08_reports,
    b09_verify,
    b10_memory,
)

ROWS = [
    b01_launch,
    b02_questions,
    b03_runtime_tree,
    b04_nodes,
    b05_matrix,
    b06_commands,
    b07_in_a_test,
    b08_reports,
    b09_verify,
    b10_memory,
]
