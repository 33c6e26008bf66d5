"""What LocalStack's REST API execution lacks, applied when the infrastructure starts."""


def apply() -> None:
    """Apply every patch once."""
