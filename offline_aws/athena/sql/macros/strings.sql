-- https://trino.io/docs/current/functions/string.html
CREATE MACRO trino_split_part(s, d, n) AS
    CASE WHEN n < 1 THEN CAST(athena_fail('INVALID_FUNCTION_ARGUMENT: Index must be greater than zero') AS VARCHAR)
         WHEN n <= len(string_split(s, d)) THEN split_part(s, d, n) END;
CREATE MACRO athena_delimiter(d) AS
    CASE WHEN d = '' THEN CAST(athena_fail('INVALID_FUNCTION_ARGUMENT: The delimiter may not be the empty string')
                               AS VARCHAR) ELSE d END;
CREATE MACRO trino_split
    (s, d) AS string_split(s, athena_delimiter(d)),
    (s, d, n) AS CASE WHEN n <= 0 THEN [CAST(athena_fail('INVALID_FUNCTION_ARGUMENT: Limit must be positive') AS VARCHAR)]
                      WHEN len(string_split(s, athena_delimiter(d))) <= n THEN string_split(s, d)
                      ELSE list_append(string_split(s, d)[:n - 1], array_to_string(string_split(s, d)[n:], d)) END;
CREATE MACRO trino_replace
    (s, part) AS replace(s, part, ''),
    (s, part, new) AS CASE WHEN part = '' THEN new || array_to_string(list_transform(string_split(s, ''),
                                                                       lambda c: c || new), '')
                           ELSE replace(s, part, new) END;
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
    (s, part, n) AS CASE WHEN n < 0 AND len(string_split(s, part)) > -n
                         THEN length(array_to_string(string_split(s, part)[:n - 1], part)) + 1
                         WHEN n = 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: ''instance'' must be a positive or '
                                                     'negative number.')
                         WHEN n > 0 AND len(string_split(s, part)) > n
                         THEN length(array_to_string(string_split(s, part)[:n], part)) + 1 ELSE 0 END;
CREATE MACRO trino_levenshtein_distance(a, b) AS levenshtein(a, b);
CREATE MACRO trino_hamming_distance(a, b) AS
    CASE WHEN length(a) <> length(b) THEN athena_fail('INVALID_FUNCTION_ARGUMENT: The input strings to hamming_distance '
                                                      'function must have the same length') ELSE hamming(a, b) END;
CREATE MACRO trino_codepoint(s) AS CAST(unicode(s) AS INTEGER);
CREATE MACRO trino_to_utf8(s) AS encode(s);
CREATE MACRO trino_to_hex(b) AS hex(b);
CREATE MACRO trino_from_hex(s) AS
    unhex(CASE WHEN length(s) % 2 = 1
               THEN CAST(athena_fail(concat('INVALID_FUNCTION_ARGUMENT: invalid input length ', length(s))) AS VARCHAR)
               ELSE s END);
CREATE MACRO trino_to_base64(b) AS to_base64(b);
CREATE MACRO trino_md5(b) AS unhex(md5(b));
CREATE MACRO trino_sha1(b) AS unhex(sha1(b));
CREATE MACRO trino_sha256(b) AS unhex(sha256(b));
CREATE MACRO trino_parse_duration(s) AS to_milliseconds(py_parse_duration(s));
CREATE MACRO trino_parse_data_size(s) AS CAST(py_parse_data_size(s) AS DECIMAL(38, 0));
CREATE MACRO trino_parse_presto_data_size(s) AS CAST(py_parse_data_size(s) AS DECIMAL(38, 0));
CREATE MACRO trino_current_timezone() AS 'UTC';
-- Java's upper case of the sharp s is itself.
CREATE MACRO trino_upper(s) AS replace(upper(s), 'ẞ', 'ß');
CREATE MACRO athena_padding(s, n, p) AS
    CASE WHEN n < 0 OR n > 2147483647
         THEN athena_fail('INVALID_FUNCTION_ARGUMENT: Target length must be in the range [0..2147483647]')
         -- Athena's memory ends before, too; and DuckDB does not count what one value takes.
         WHEN n > 100000000 THEN athena_fail('EXCEEDED_MEMORY_LIMIT: Query exhausted resources at this scale factor')
         WHEN p = '' THEN athena_fail('INVALID_FUNCTION_ARGUMENT: Padding string must not be empty')
         ELSE CAST(n AS INTEGER) END;
CREATE MACRO trino_lpad(s, n, p) AS lpad(s, athena_padding(s, n, p), p);
CREATE MACRO trino_rpad(s, n, p) AS rpad(s, athena_padding(s, n, p), p);
-- Bytes by their hexadecimal digits.
CREATE MACRO athena_length__varbinary(b) AS octet_length(b);
CREATE MACRO athena_reverse__varbinary(b) AS unhex(array_to_string(list_reverse(regexp_extract_all(hex(b), '..')), ''));
CREATE MACRO athena_substr__varbinary
    (b, start) AS unhex(trino_substr(hex(b), CASE WHEN start > 0 THEN 2 * start - 1 ELSE 2 * start END)),
    (b, start, n) AS unhex(trino_substr(hex(b), CASE WHEN start > 0 THEN 2 * start - 1 ELSE 2 * start END, 2 * n));
CREATE MACRO athena_lpad__varbinary(b, n, p) AS unhex(trino_lpad(hex(b), 2 * n, hex(p)));
CREATE MACRO athena_rpad__varbinary(b, n, p) AS unhex(trino_rpad(hex(b), 2 * n, hex(p)));
