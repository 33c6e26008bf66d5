"""Enforcement of IAM's policies: who calls, what the call needs, and whether policies allow it."""

VARIABLE = "ENFORCE_IAM"
"""Set to 1 in LocalStack's environment it turns enforcement on: LocalStack's own name for it."""
