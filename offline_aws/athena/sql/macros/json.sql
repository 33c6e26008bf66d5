-- https://trino.io/docs/current/functions/json.html
CREATE MACRO athena_json(x) AS CASE WHEN json_valid(x) THEN x END;
CREATE MACRO trino_json_parse(x) AS CAST(py_json_parse(CAST(x AS VARCHAR)) AS JSON);
CREATE MACRO trino_json_format(x) AS CAST(x AS VARCHAR);
-- Numbers are written anew, as Java does; what has none with a point or an exponent is the same already.
CREATE MACRO athena_json_plain(x) AS
    CASE WHEN regexp_matches(x, '[0-9][.eE]|\s') THEN CAST(py_json_plain(CAST(x AS VARCHAR)) AS JSON) ELSE x END;
CREATE MACRO trino_json_extract(x, path) AS athena_json_plain(json_extract(athena_json(x), path));
CREATE MACRO trino_json_array_get(x, i) AS CAST(py_json_array_get(CAST(x AS VARCHAR), i) AS VARCHAR);
CREATE MACRO trino_json_extract_scalar(x, path) AS
    CASE json_type(athena_json(x), path)
         WHEN 'VARCHAR' THEN json_extract_string(athena_json(x), path) WHEN 'OBJECT' THEN NULL WHEN 'ARRAY' THEN NULL
         WHEN 'NULL' THEN NULL WHEN 'DOUBLE' THEN py_json_number(CAST(x AS VARCHAR), path) ELSE CAST(json_extract(athena_json(x), path) AS VARCHAR) END;
CREATE MACRO trino_json_array_length(x) AS
    CASE WHEN json_type(athena_json(x)) = 'ARRAY' THEN CAST(json_array_length(athena_json(x)) AS BIGINT) END;
CREATE MACRO trino_json_size(x, path) AS
    CAST(CASE json_type(athena_json(x), path) WHEN 'ARRAY' THEN json_array_length(athena_json(x), path)
         WHEN 'OBJECT' THEN len(json_keys(athena_json(x), path)) WHEN NULL THEN NULL
         ELSE CASE WHEN json_exists(athena_json(x), path) THEN 0 END END AS BIGINT);
