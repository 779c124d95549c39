"""The app a competent team writes in a day: plain text, generic grants, history, generic views."""
