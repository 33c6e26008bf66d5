"""Which mapping template a request's Content-Type selects."""

from collections.abc import Mapping


def template_for(templates: Mapping[str, str], content_type: str | None) -> str | None:
    """The template of the request's media type, whatever the letter case and the parameters after it, or None.

    >>> template_for({"application/json": "$input.body"}, "Application/JSON; charset=utf-8")
    '$input.body'
    """
    media_type = (content_type or "application/json").partition(";")[0].strip().lower()
    by_media_type = {name.lower(): template for name, template in templates.items()}
    return by_media_type.get(media_type)
