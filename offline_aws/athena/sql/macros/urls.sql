-- https://trino.io/docs/current/functions/url.html
-- What is no URI has no parts; a part that is missing is empty.
CREATE MACRO athena_uri(u) AS CASE WHEN regexp_full_match(u, '([^\s<>"{}|\\^`%]|%[0-9a-fA-F]{2})*') THEN u END;
CREATE MACRO trino_url_extract_protocol(u) AS regexp_extract(athena_uri(u), '^([a-zA-Z][a-zA-Z0-9+.-]*):', 1);
CREATE MACRO trino_url_extract_host(u) AS
    regexp_extract(athena_uri(u), '^[^:/?#]+://(?:[^/?#@]*@)?([^/?#:]*)', 1);
CREATE MACRO trino_url_extract_port(u) AS
    TRY_CAST(regexp_extract(u, '^[^:/?#]+://(?:[^/?#@]*@)?[^/?#:]*:([0-9]+)', 1) AS BIGINT);
-- Java's URI gives these parts with their percents decoded.
CREATE MACRO trino_url_extract_path(u) AS
    url_decode(regexp_extract(athena_uri(u), '^(?:[^:/?#]+:)?(?://[^/?#]*)?([^?#]*)', 1));
CREATE MACRO athena_raw_query(u) AS regexp_extract(athena_uri(u), '^[^?#]*\?([^#]*)', 1);
CREATE MACRO trino_url_extract_query(u) AS url_decode(athena_raw_query(u));
CREATE MACRO trino_url_extract_fragment(u) AS url_decode(regexp_extract(athena_uri(u), '#(.*)$', 1));
CREATE MACRO trino_url_extract_parameter(u, name) AS
    list_transform(list_filter(string_split(athena_raw_query(u), '&'),
                               lambda p: p <> '' AND url_decode(split_part(p, '=', 1)) = name),
                   lambda p: url_decode(replace(substr(p, length(split_part(p, '=', 1)) + 2), '+', ' ')))[1];
CREATE MACRO trino_url_decode(u) AS url_decode(replace(u, '+', ' '));
CREATE MACRO trino_url_encode(u) AS replace(url_encode(u), '%20', '+');
