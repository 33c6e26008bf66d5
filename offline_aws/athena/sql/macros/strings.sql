-- https://trino.io/docs/current/functions/string.html
CREATE MACRO trino_split_part(s, d, n) AS
    CASE WHEN n < 1 THEN CAST(athena_fail('INVALID_FUNCTION_ARGUMENT: Index must be greater than zero') AS VARCHAR)
         WHEN n <= len(string_split(s, d)) THEN split_part(s, d, n) END;
CREATE MACRO trino_split
    (s, d) AS string_split(s, d),
    (s, d, n) AS CASE WHEN len(string_split(s, d)) <= n THEN string_split(s, d)
                      ELSE list_append(string_split(s, d)[:n - 1], array_to_string(string_split(s, d)[n:], d)) END;
CREATE MACRO trino_replace
    (s, part) AS replace(s, part, ''),
    (s, part, new) AS replace(s, part, new);
CREATE MACRO trino_reverse(s) AS reverse(s);
CREATE MACRO trino_reverse__array(a) AS list_reverse(a);
CREATE MACRO trino_substr
    (s, start) AS CASE WHEN start = 0 OR abs(start) > length(s) THEN '' ELSE substr(s, start) END,
    (s, start, n) AS CASE WHEN start = 0 OR n <= 0 OR abs(start) > length(s) THEN '' ELSE substr(s, start, n) END;
CREATE MACRO trino_substring
    (s, start) AS trino_substr(s, start),
    (s, start, n) AS trino_substr(s, start, n);
CREATE MACRO trino_strpos
    (s, part) AS strpos(s, part),
    (s, part, n) AS CASE WHEN len(string_split(s, part)) > n
                         THEN length(array_to_string(string_split(s, part)[:n], part)) + 1 ELSE 0 END;
CREATE MACRO trino_levenshtein_distance(a, b) AS levenshtein(a, b);
CREATE MACRO trino_hamming_distance(a, b) AS hamming(a, b);
CREATE MACRO trino_codepoint(s) AS CAST(unicode(s) AS INTEGER);
CREATE MACRO trino_to_utf8(s) AS encode(s);
CREATE MACRO trino_from_utf8(b) AS decode(b);
CREATE MACRO trino_to_hex(b) AS hex(b);
CREATE MACRO trino_from_hex(s) AS unhex(s);
CREATE MACRO trino_to_base64(b) AS to_base64(b);
CREATE MACRO trino_from_base64(s) AS from_base64(s);
CREATE MACRO trino_md5(b) AS unhex(md5(b));
CREATE MACRO trino_sha1(b) AS unhex(sha1(b));
CREATE MACRO trino_sha256(b) AS unhex(sha256(b));
CREATE MACRO trino_parse_duration(s) AS to_milliseconds(py_parse_duration(s));
CREATE MACRO trino_parse_data_size(s) AS CAST(py_parse_data_size(s) AS DECIMAL(38, 0));
CREATE MACRO trino_parse_presto_data_size(s) AS CAST(py_parse_data_size(s) AS DECIMAL(38, 0));
CREATE MACRO trino_current_timezone() AS 'UTC';
