-- https://trino.io/docs/current/functions/array.html and map.html
CREATE MACRO trino_cardinality(x) AS len(x);
CREATE MACRO trino_cardinality__map(x) AS len(map_keys(x));
-- Whether an array has x is not known when it has a NULL instead.
CREATE MACRO athena_without_nulls(a) AS list_filter(a, lambda x: x IS NOT NULL);
CREATE MACRO trino_contains(a, x) AS
    CASE WHEN list_contains(a, x) THEN true WHEN len(athena_without_nulls(a)) < len(a) OR x IS NULL THEN NULL
         WHEN a IS NOT NULL THEN false END;
CREATE MACRO trino_element_at(a, k) AS a[k];
CREATE MACRO athena_element__array(a, i) AS
    a[CASE WHEN i = 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1') ELSE i END];
-- Elements are told apart by their JSON, which differs for all that differ.
CREATE MACRO athena_texts(a) AS list_transform(a, lambda x: CAST(to_json(x) AS VARCHAR));
CREATE MACRO trino_array_distinct(a) AS list_transform(py_grouped_places(athena_texts(a)), lambda p: a[p[1]]);
CREATE MACRO athena_has(a, x) AS len(list_filter(a, lambda y: y IS NOT DISTINCT FROM x)) > 0;
-- DuckDB takes a NULL for an empty array.
CREATE MACRO athena_both_arrays(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN list_concat(a, b) END;
CREATE MACRO athena_array_and_element(a, x) AS CASE WHEN a IS NOT NULL AND x IS NOT NULL THEN list_append(a, x) END;
CREATE MACRO athena_element_and_array(x, a) AS CASE WHEN a IS NOT NULL AND x IS NOT NULL THEN list_prepend(x, a) END;
CREATE MACRO trino_array_union(a, b) AS trino_array_distinct(athena_both_arrays(a, b));
CREATE MACRO trino_array_intersect(a, b) AS list_filter(trino_array_distinct(a), lambda x: athena_has(b, x));
CREATE MACRO trino_array_except(a, b) AS
    CASE WHEN b IS NOT NULL THEN list_filter(trino_array_distinct(a), lambda x: NOT athena_has(b, x)) END;
CREATE MACRO trino_trim_array(a, n) AS
    a[:CASE WHEN n < 0 THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: size must not be negative: ', n))
            WHEN n > len(a) THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: size must not exceed array cardinality ',
                                                    len(a), ': ', n)) ELSE len(a) - n END];
CREATE MACRO athena_subscript(a, k) AS a[k];
CREATE MACRO athena_subscript__array(a, i) AS
    a[CASE WHEN i > len(a) THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: Array subscript must be less than or '
                                                   'equal to array length: ', i, ' > ', len(a)))
           WHEN i = 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1')
           WHEN i < 0 THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: Array subscript is negative: ', i))
           ELSE i END];
CREATE MACRO athena_subscript__map(m, k) AS
    map_values(m)[CASE WHEN NOT list_contains(map_keys(m), k)
                       THEN athena_fail(concat('INVALID_FUNCTION_ARGUMENT: Key not present in map: ', k))
                       ELSE list_position(map_keys(m), k) END];
CREATE MACRO trino_array_join
    (a, d) AS array_to_string(list_filter(a, lambda x: x IS NOT NULL), d),
    (a, d, n) AS array_to_string(list_transform(a, lambda x: coalesce(CAST(x AS VARCHAR), n)), d);
CREATE MACRO trino_array_max(a) AS CASE WHEN len(a) = len(list_filter(a, lambda x: x IS NOT NULL)) THEN list_max(a) END;
-- NaN is less than all numbers where the most is sought, and more where the least is.
CREATE MACRO athena_numbers(a) AS list_filter(a, lambda x: NOT isnan(x));
CREATE MACRO athena_array_max__double(a) AS
    CASE WHEN len(a) = len(athena_without_nulls(a)) THEN coalesce(list_max(athena_numbers(a)), a[1]) END;
CREATE MACRO trino_array_min(a) AS CASE WHEN len(a) = len(list_filter(a, lambda x: x IS NOT NULL)) THEN list_min(a) END;
CREATE MACRO trino_array_sort(a) AS list_sort(a, 'ASC', 'NULLS LAST');
CREATE MACRO trino_array_position(a, x) AS
    CASE WHEN a IS NOT NULL AND x IS NOT NULL THEN CAST(coalesce(list_position(a, x), 0) AS BIGINT) END;
CREATE MACRO trino_array_remove(a, x) AS list_filter(a, lambda y: y IS DISTINCT FROM x);
CREATE MACRO trino_arrays_overlap(a, b) AS
    CASE WHEN list_has_any(athena_without_nulls(a), athena_without_nulls(b)) THEN true
         WHEN len(athena_without_nulls(a)) = len(a) AND len(athena_without_nulls(b)) = len(b) THEN false END;
CREATE MACRO trino_slice(a, start, n) AS
    CASE WHEN start = 0 THEN a[athena_fail('INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1'):]
         WHEN n < 0 THEN a[athena_fail('INVALID_FUNCTION_ARGUMENT: length must be greater than or equal to 0'):]
         ELSE list_slice(a, CASE WHEN start < 0 THEN len(a) + start + 1 ELSE start END,
                         CASE WHEN start < 0 THEN len(a) + start + 1 ELSE start END + n - 1) END;
CREATE MACRO trino_flatten(a) AS flatten(a);
CREATE MACRO trino_map (k, v) AS map(k, v);
-- One entry for each key.
CREATE MACRO athena_first_entries(e) AS
    list_transform(py_grouped_places(athena_texts(list_transform(e, lambda x: x[1]))), lambda p: e[p[1]]);
CREATE MACRO trino_map_keys(m) AS map_keys(m);
CREATE MACRO trino_map_values(m) AS map_values(m);
CREATE MACRO trino_map_entries(m) AS list_transform(map_entries(m), lambda e: row(e.key, e.value));
CREATE MACRO trino_map_from_entries(e) AS map_from_entries(e);
CREATE MACRO athena_zip(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN list_zip(a, b) END;
CREATE MACRO athena_keys_of_both(a, b) AS
    athena_both_arrays(map_keys(a), list_filter(map_keys(b), lambda x: NOT list_contains(map_keys(a), x)));
CREATE MACRO athena_groups(e) AS py_grouped_places(athena_texts(list_transform(e, lambda x: x[1])));
CREATE MACRO trino_multimap_from_entries(e) AS
    map(list_transform(athena_groups(e), lambda p: e[p[1]][1]),
        list_transform(athena_groups(e), lambda p: list_transform(p, lambda i: e[i][2])));
CREATE MACRO athena_map_union(maps) AS
    map_from_entries(athena_first_entries(list_transform(
        flatten(list_transform(athena_without_nulls(maps), lambda m: map_entries(m))), lambda x: row(x.key, x.value))));
CREATE MACRO athena_counts(a, groups) AS
    map(list_transform(groups, lambda p: a[p[1]]), list_transform(groups, lambda p: len(p)));
CREATE MACRO athena_most_frequent(m, n) AS
    map_from_entries(list_transform(list_sort(list_transform(map_entries(m), lambda e: row(-e.value, e.key)))[:n],
                                    lambda r: row(r[2], -r[1])));
CREATE MACRO trino_combinations(a, n) AS
    list_transform(py_combinations(len(a), n), lambda places: list_transform(places, lambda i: a[i]));
CREATE MACRO trino_ngrams(a, n) AS
    CASE WHEN n <= 0 THEN [[a[athena_fail('INVALID_FUNCTION_ARGUMENT: N must be positive')]]]
         WHEN len(a) <= n THEN [a]
         ELSE list_transform(range(1, len(a) - n + 2), lambda i: a[i:i + n - 1]) END;
CREATE MACRO trino_contains_sequence(a, b) AS
    CASE WHEN len(b) = 0 THEN true
         ELSE len(list_filter(range(1, len(a) - len(b) + 2), lambda i: a[i:i + len(b) - 1] = b)) > 0 END;
CREATE MACRO trino_array_histogram(a) AS
    athena_counts(athena_without_nulls(a), py_grouped_places(athena_texts(athena_without_nulls(a))));
CREATE MACRO trino_shuffle(a) AS list_transform(py_shuffle(len(a), CAST(random() * 1e9 AS BIGINT)), lambda i: a[i]);
CREATE MACRO athena_norm(m) AS sqrt(list_sum(list_transform(map_values(m), lambda v: v * v)));
CREATE MACRO trino_cosine_similarity(a, b) AS
    list_sum(list_transform(map_keys(a), lambda k: a[k] * coalesce(b[k], 0))) / (athena_norm(a) * athena_norm(b));
CREATE MACRO athena_placed(a, places) AS
    list_transform(list_sort(list_transform(places, lambda p, i: row(p, i))), lambda r: a[r[2]]);
CREATE MACRO athena_equal__array(a, b) AS
    CASE WHEN len(a) <> len(b) OR len(list_filter(list_zip(a, b), lambda p: p[1] <> p[2])) > 0 THEN false
         WHEN len(list_filter(list_zip(a, b), lambda p: p[1] IS NULL OR p[2] IS NULL)) > 0 THEN NULL
         WHEN a IS NOT NULL AND b IS NOT NULL THEN true END;
