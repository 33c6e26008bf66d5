-- https://trino.io/docs/current/functions/regexp.html
CREATE MACRO trino_regexp_like(s, p) AS regexp_matches(s, p);
CREATE MACRO trino_regexp_extract
    (s, p) AS CASE WHEN regexp_matches(s, p) THEN regexp_extract(s, p) END,
    (s, p, g) AS CASE WHEN regexp_matches(s, p) THEN regexp_extract(s, p, g) END;
CREATE MACRO trino_regexp_extract_all
    (s, p) AS regexp_extract_all(s, p),
    (s, p, g) AS regexp_extract_all(s, p, g);
CREATE MACRO trino_regexp_count(s, p) AS len(regexp_extract_all(s, p));
CREATE MACRO trino_regexp_split(s, p) AS regexp_split_to_array(s, p);
CREATE MACRO trino_regexp_replace
    (s, p) AS regexp_replace(s, p, '', 'g'),
    (s, p, r) AS regexp_replace(s, p, regexp_replace(r, '\$([0-9])', '\\\1', 'g'), 'g');
