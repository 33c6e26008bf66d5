"""A file of `queries/`: one Athena statement, opened by a comment with the question that it answers."""

from typing import NamedTuple


class Statement(NamedTuple):
    """The question, empty if there is none, and the SQL as Athena takes it."""

    question: str
    sql: str


def parse(text: str) -> Statement:
    """Split the `--` lines that open the text from the statement, and drop the semicolon that ends it."""
    lines = text.strip().splitlines()
    opening = 0
    while opening < len(lines) and lines[opening].lstrip().startswith("--"):
        opening += 1
    question = " ".join(line.strip().lstrip("-").strip() for line in lines[:opening])
    return Statement(question.strip(), "\n".join(lines[opening:]).strip().removesuffix(";").rstrip())
